//! Money.

use insta::assert_snapshot as snap;

use super::q;

#[test]
fn signs() {
    snap!(q("It cost $79bn."), @"79000000000 US dollar");
    snap!(q("It cost $ 79 bn."), @"79000000000 US dollar");
    snap!(q("It cost US$5."), @"5 US dollar");
    snap!(q("It cost US $58.24."), @"58.24 US dollar");
    snap!(q("It cost $US160 million."), @"160000000 US dollar");
    snap!(q("It cost $A5."), @"5 Australian dollar");
    snap!(q("It cost A$5."), @"5 Australian dollar");
    snap!(q("It cost C$16.4 million."), @"16400000 Canadian dollar");
    snap!(q("It cost C $6."), @"6 Canadian dollar");
    snap!(q("It cost HK$10.05 billion."), @"10050000000 Hong Kong dollar");
    snap!(q("It cost NZ$20."), @"20 New Zealand dollar");
    snap!(q("It cost S$3."), @"3 Singapore dollar");
    snap!(q("It cost £24."), @"24 pound sterling");
    snap!(q("It cost €5.7m."), @"5700000 euro");
    snap!(q("It cost ¥300."), @"300 Japanese yen");
    snap!(q("It cost Rs 500 crore."), @"5000000000 rupee");
    snap!(q("It cost ₹1,00,000."), @"100000 Indian rupee");
    snap!(q("It cost RM23.50."), @"23.5 Malaysian ringgit");
    snap!(q("It cost Dh900."), @"900 UAE dirham");
    snap!(q("It cost Y=28,030."), @"28030 Japanese yen");
    snap!(q("It cost R$5."), @"5 Brazilian real");
    snap!(q("It cost $1tn."), @"1000000000000 US dollar");
    snap!(q("It cost $1.5B."), @"1500000000 US dollar");
    snap!(q("It cost $5mm."), @"5000000 US dollar");
    snap!(q("It cost $-5."), @"-5 US dollar");
}

#[test]
fn codes() {
    snap!(q("It cost USD34.6 million."), @"34600000 US dollar");
    snap!(q("It cost USD 34.6 million."), @"34600000 US dollar");
    snap!(q("It cost EUR5."), @"5 euro");
    snap!(q("It cost euro110 billion."), @"110000000000 euro");
    snap!(q("It cost 115USD."), @"115 US dollar");
    snap!(q("It cost 75 USD million."), @"75000000 US dollar");
    // The quotation ends before the writer's own word.
    snap!(q("“We want $7.3” billion, she said."), @"7300000000 US dollar");
    snap!(q("He wants “5” million people to see it."), @"5000000 people");
    snap!(q("It cost 48.5 MGBP."), @"48500000 pound sterling");
    snap!(q("It cost CHF 20."), @"20 Swiss franc");
    snap!(q("It cost AUD1.5m."), @"1500000 Australian dollar");
    snap!(q("ALL 5 answers are wrong."), @"5 answer");
    snap!(q("Euro 2020 was fun."), @"");
}

#[test]
fn words() {
    snap!(q("It cost 500 dollars."), @"500 US dollar");
    snap!(q("It cost 10 million Australian dollars."), @"10000000 Australian dollar");
    snap!(q("It cost 9 billion yuan."), @"9000000000 Chinese yuan");
    snap!(q("It cost 30 billion euros."), @"30000000000 euro");
    snap!(q("It cost 10,000 Swiss francs."), @"10000 Swiss franc");
    snap!(q("It cost 528 million francs."), @"528000000 franc");
    snap!(q("It cost 500 rupees."), @"500 rupee");
    snap!(q("It cost 1.3 billion shekels."), @"1300000000 shekel");
    snap!(q("It cost 361 million pounds."), @"361000000 pound sterling");
    snap!(q("He lost 25 pounds of weight."), @"down 25 pound-mass");
    snap!(q("It weighs 2,204.62 pounds."), @"2204.62 pound-mass");
    snap!(q("It cost 18.97 yuan."), @"18.97 Chinese yuan");
    snap!(q("It rose 10 cents."), @"up 10 cent");
    snap!(q("It rose 15 sen."), @"up 15 sen");
    snap!(q("It cost 164p."), @"164 p");
    snap!(q("It cost 20 quid."), @"20 pound sterling");
    snap!(q("It is a million dollar house."), @"1000000 US dollar");
    snap!(q("It cost 10 $."), @"10 US dollar");
    snap!(q("He posted $500 US bail."), @"500 US dollar");
    snap!(q("It cost 150 kn."), @"150 Croatian kuna");
    snap!(q("He won 70.85 dollars a barrel."), @"70.85 dollar per barrel");
    snap!(q("The fine was 5,000 pounds."), @"5000 pound sterling");
    snap!(q("A 500-pound bomb fell."), @"500 pound-mass");
    snap!(q("It cost 10 dollars and 30 cents."), @"10 US dollar; 30 cent");
}
