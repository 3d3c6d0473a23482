//! One way to declare a closed set of words: the code name, and the word as it stands in addresses, forms and rows.

/// A word that is not in its set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownWord {
    pub set: &'static str,
    pub word: String,
}

impl std::fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} is not a {}", self.word, self.set)
    }
}

impl std::error::Error for UnknownWord {}

macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::words::UnknownWord;
            fn try_from(word: String) -> Result<Self, Self::Error> {
                Self::parse(&word).ok_or($crate::words::UnknownWord { set: stringify!($name), word })
            }
        }
    };
}

pub(crate) use words;

#[cfg(test)]
mod tests {
    use crate::feedback::{Kind, Status};

    #[test]
    fn every_word_reads_back_as_itself() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.as_str()), Some(*kind));
        }
        for status in Status::ALL {
            assert_eq!(Status::try_from(status.to_string()), Ok(*status));
        }
    }

    #[test]
    fn an_unknown_word_names_its_set() {
        let wrong = Kind::try_from("keluhan".to_owned()).map_err(|e| e.to_string());
        assert_eq!(wrong, Err("\"keluhan\" is not a Kind".to_owned()));
    }
}
