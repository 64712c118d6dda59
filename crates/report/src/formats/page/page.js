"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const form = document.getElementById("filters");
  const findings = [...document.querySelectorAll("details.finding")];
  const text = new Map(findings.map((finding) => [finding, finding.textContent.toLowerCase()]));
  const box = (finding) => finding.querySelector("fieldset");
  const note = (finding) => box(finding).querySelector("input[type=text]");
  const verdict = (finding) => box(finding).querySelector("input[type=radio]:checked")?.value ?? "";
  const key = (finding) => "factcheck " + finding.id;

  // What a person said is kept by the browser, where it lets a page keep anything.
  const keep = (finding) => {
    try { localStorage.setItem(key(finding), JSON.stringify([verdict(finding), note(finding).value])); } catch { /* not kept */ }
  };
  const recall = (finding) => {
    let kept = null;
    try { kept = JSON.parse(localStorage.getItem(key(finding))); } catch { return; }
    if (!Array.isArray(kept)) return;
    for (const button of box(finding).querySelectorAll("input[type=radio]")) button.checked = button.value === kept[0];
    note(finding).value = String(kept[1] ?? "");
  };

  const filter = () => {
    const wanted = new FormData(form);
    const severities = new Set(wanted.getAll("severity"));
    const code = wanted.get("code");
    const said = wanted.get("verdict");
    const words = String(wanted.get("words")).toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const finding of findings) {
      const own = said ? verdict(finding) : "";
      const show = severities.has(finding.dataset.severity) && (!code || finding.dataset.code === code)
        && (!said || (said === "none" ? own === "" : own === said))
        && words.every((word) => text.get(finding).includes(word));
      finding.hidden = !show;
      shown += show ? 1 : 0;
    }
    document.getElementById("shown").textContent = shown + " of " + findings.length + " shown";
  };

  const cell = (value) => '"' + value.replaceAll('"', '""') + '"';
  const save = () => {
    const rows = findings.map((finding) => [finding.id, verdict(finding), note(finding).value])
      .filter((row) => row[1] || row[2]);
    const csv = [["finding_id", "verdict", "note"], ...rows].map((row) => row.map(cell).join(",")).join("\n") + "\n";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
    link.download = "verdicts.csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  for (const finding of findings) recall(finding);
  document.querySelector("main").addEventListener("input", (event) => {
    const finding = event.target.closest("details.finding");
    if (finding) keep(finding);
  });
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("export").addEventListener("click", save);
  addEventListener("beforeprint", () => findings.forEach((finding) => { finding.open = true; }));
  const reveal = () => {
    const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (named instanceof HTMLDetailsElement) named.open = true;
  };
  addEventListener("hashchange", reveal);
  reveal();
  filter();
})();
