//! Being told: following from a public page, with an account or by mail; one's own list; the letters.

pub mod button;
pub mod by_link;
pub mod confirm;
pub mod letter;
mod list;
pub mod own;
pub mod own_case;
pub mod subscribe;

/// Where the link in a letter leads: the list of its receiver, without signing in.
pub fn address_of(link: &str) -> String {
    format!("/kabar/{link}")
}
