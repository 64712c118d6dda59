//! Many short lists of numbers in one piece of memory.

/// Lists of numbers by their place.
#[derive(Debug)]
pub(crate) struct Lists {
    /// Where each list begins; the last entry is where the next one will.
    starts: Vec<usize>,
    items: Vec<u32>,
}

impl Default for Lists {
    fn default() -> Self {
        Self { starts: vec![0], items: Vec::new() }
    }
}

impl Lists {
    /// Adds a list behind the others.
    pub(crate) fn push(&mut self, items: impl IntoIterator<Item = u32>) {
        self.items.extend(items);
        self.starts.push(self.items.len());
    }

    /// The list at a place; empty where there is none.
    pub(crate) fn get(&self, place: usize) -> &[u32] {
        match self.starts.get(place..place.saturating_add(2)) {
            Some([start, end]) => &self.items[*start..*end],
            _ => &[],
        }
    }

    /// Every list, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &[u32]> {
        self.starts.windows(2).map(|ends| &self.items[ends[0]..ends[1]])
    }
}

/// What two sorted lists have in common, in order.
pub(crate) fn shared<'a>(mut a: &'a [u32], mut b: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    std::iter::from_fn(move || {
        while let ([first, a_rest @ ..], [second, b_rest @ ..]) = (a, b) {
            if first <= second {
                a = a_rest;
            }
            if second <= first {
                b = b_rest;
            }
            if first == second {
                return Some(*first);
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::{Lists, shared};

    #[test]
    fn keeps_lists_apart() {
        let mut lists = Lists::default();
        lists.push([3, 5]);
        lists.push([]);
        lists.push([7]);
        assert_eq!(lists.iter().collect::<Vec<_>>(), [&[3, 5][..], &[], &[7]]);
        assert_eq!((lists.get(0), lists.get(1), lists.get(9)), (&[3, 5][..], &[][..], &[][..]));
    }

    #[test]
    fn finds_what_is_in_both() {
        assert_eq!(shared(&[1, 3, 5, 8], &[2, 3, 8, 9]).collect::<Vec<_>>(), [3, 8]);
        assert_eq!(shared(&[], &[2]).count(), 0);
    }
}
