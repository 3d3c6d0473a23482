//! The receipt: twenty digits in five groups. Never sixteen, which is what a NIK has.

use crate::Fault;

/// How many digits select the case; the rest verify.
pub const SELECTOR_DIGITS: usize = 6;
const DIGITS: usize = 20;

#[derive(Clone, PartialEq, Eq)]
pub struct Receipt(String);

impl Receipt {
    /// Reads what a person typed or pasted: digits with any spaces, dots or dashes between.
    ///
    /// # Errors
    /// [`Fault::Missing`] for nothing, [`Fault::NotAReceipt`] for anything but twenty digits.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let mut digits = String::with_capacity(DIGITS);
        for c in typed.chars() {
            match c {
                '0'..='9' if digits.len() < DIGITS => digits.push(c),
                ' ' | '-' | '.' | '\u{a0}' | '\t' | '\n' | '\r' => {}
                _ => return Err(Fault::NotAReceipt),
            }
        }
        match digits.len() {
            0 => Err(Fault::Missing),
            DIGITS => Ok(Self(digits)),
            _ => Err(Fault::NotAReceipt),
        }
    }

    /// Makes one from a number drawn by chance; its last twenty decimal digits are used.
    pub fn from_number(number: u128) -> Self {
        Self(format!("{:020}", number % 100_000_000_000_000_000_000))
    }

    pub fn selector(&self) -> &str {
        &self.0[..SELECTOR_DIGITS]
    }

    pub fn secret(&self) -> &str {
        &self.0[SELECTOR_DIGITS..]
    }

    /// All twenty digits without spaces.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// As it is shown: five groups of four.
    pub fn grouped(&self) -> String {
        let mut shown = String::with_capacity(DIGITS + 4);
        for (i, c) in self.0.chars().enumerate() {
            if i > 0 && i % 4 == 0 {
                shown.push(' ');
            }
            shown.push(c);
        }
        shown
    }
}

// A receipt is a secret: it is never printed by accident, into a log for example.
impl std::fmt::Debug for Receipt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Receipt(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_reads_as_people_write_it() {
        let receipt = Receipt::from_number(12_345_678_901_234_567_890);
        assert_eq!(receipt.grouped(), "1234 5678 9012 3456 7890");
        for typed in ["12345678901234567890", "1234-5678-9012-3456-7890", " 1234 5678 9012 3456 7890 "] {
            assert_eq!(Receipt::parse(typed), Ok(receipt.clone()));
        }
        assert_eq!(receipt.selector(), "123456");
        assert_eq!(receipt.secret(), "78901234567890");
    }

    #[test]
    fn what_is_no_receipt_is_refused() {
        let cases = [
            ("", Fault::Missing, "nothing"),
            ("9901014107500001", Fault::NotAReceipt, "a NIK has sixteen digits"),
            ("123456789012345678901", Fault::NotAReceipt, "one digit too many"),
            ("1234 5678 9012 3456 789O", Fault::NotAReceipt, "a letter O for a zero"),
        ];
        for (typed, fault, why) in cases {
            assert_eq!(Receipt::parse(typed), Err(fault), "{why}");
        }
    }

    #[test]
    fn a_receipt_is_never_printed_by_accident() {
        assert_eq!(format!("{:?}", Receipt::from_number(7)), "Receipt(…)");
    }
}
