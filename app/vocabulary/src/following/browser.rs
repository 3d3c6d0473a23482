//! A browser that asks to be told (the Push API): the address of its push service and its two keys.

use crate::{Fault, Problems};

pub const ENDPOINT_MOST: usize = 1000;

/// A subscription as the browser made it, with keys of the right kind and an address that could be a push service's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrowserInput {
    pub endpoint: String,
    /// Its host, without the port; resolving it is the server's.
    pub host: String,
    /// An uncompressed point of P-256: 65 bytes that begin with 4.
    pub key: Vec<u8>,
    /// 16 bytes.
    pub auth: Vec<u8>,
}

impl BrowserInput {
    /// # Errors
    /// Every problem at once: no address of a push service ([`Fault::NotAnAddress`]), no key ([`Fault::Unreadable`]).
    pub fn parse(endpoint: &str, key: &str, auth: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let host = problems.take("titik", host_of(endpoint).ok_or(Fault::NotAnAddress));
        let key = problems.take("kunci", base64url(key).filter(|k| k.len() == 65 && k[0] == 4).ok_or(Fault::Unreadable));
        let auth = problems.take("rahasia", base64url(auth).filter(|a| a.len() == 16).ok_or(Fault::Unreadable));
        match (host, key, auth) {
            (Some(host), Some(key), Some(auth)) => Ok(Self { endpoint: endpoint.to_owned(), host, key, auth }),
            _ => Err(problems),
        }
    }
}

/// The host of an address that could be a push service's: `https`, a name with a dot, the usual port, nobody's password.
pub fn host_of(endpoint: &str) -> Option<String> {
    let rest = endpoint.strip_prefix("https://").filter(|_| endpoint.len() <= ENDPOINT_MOST && endpoint.chars().all(|c| c.is_ascii_graphic()))?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.strip_suffix(":443").unwrap_or(authority);
    let named =
        host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && host.len() <= 253 && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    // A last part of digits is a number of a machine, however it is written.
    let numeric = host.rsplit('.').next().is_some_and(|last| last.starts_with(|c: char| c.is_ascii_digit()));
    (named && !numeric).then(|| host.to_ascii_lowercase())
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The bytes of base64url (RFC 4648 section 5), with or without its padding.
pub fn base64url(text: &str) -> Option<Vec<u8>> {
    let (mut bits, mut count, mut bytes) = (0_u32, 0, Vec::with_capacity(text.len() * 3 / 4));
    for letter in text.trim_end_matches('=').bytes() {
        let value = LETTERS.iter().position(|l| *l == letter)?;
        bits = (bits << 6) | u32::try_from(value).ok()?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 0xff).ok()?);
        }
    }
    Some(bytes)
}

/// The other way, without padding.
pub fn to_base64url(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 2);
    for part in bytes.chunks(3) {
        let word = part.iter().chain([0, 0].iter()).take(3).fold(0_usize, |word, b| (word << 8) | usize::from(*b));
        for at in 0..=part.len() {
            text.push(char::from(LETTERS[(word >> (18 - 6 * at)) & 63]));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_and_back() {
        for bytes in [&b""[..], b"f", b"fo", b"foo", b"foob", b"fooba", b"foobar", &[0xff, 0xfe, 0x3f]] {
            assert_eq!(base64url(&to_base64url(bytes)).as_deref(), Some(bytes));
        }
        assert_eq!(to_base64url(b"foob"), "Zm9vYg");
        assert_eq!(base64url("Zm9vYg==").as_deref(), Some(&b"foob"[..]));
        assert_eq!(base64url("Zm9v!"), None);
    }

    #[test]
    fn addresses_of_push_services() {
        for (endpoint, host, why) in [
            ("https://updates.push.services.mozilla.com/wpush/v2/gAAAA", Some("updates.push.services.mozilla.com"), "as browsers make them"),
            ("https://FCM.googleapis.com:443/fcm/send/x:y", Some("fcm.googleapis.com"), "with the usual port"),
            ("http://push.example/x", None, "in the clear"),
            ("https://push.example:8443/x", None, "another port of somebody's machine"),
            ("https://127.0.0.1/x", None, "a number"),
            ("https://127.1/x", None, "a short number"),
            ("https://10.0.0.0x1/x", None, "a number in hexadecimal"),
            ("https://2130706433/x", None, "one long number"),
            ("https://[::1]/x", None, "a number of the other kind"),
            ("https://localhost/x", None, "no dot"),
            ("https://orang:sandi@push.example/x", None, "a password"),
            ("https://push.example@10.0.0.1/x", None, "another host behind it"),
            ("https://push.example\r\nHost: lain/x", None, "a header smuggled in"),
            ("", None, "nothing"),
        ] {
            assert_eq!(host_of(endpoint).as_deref(), host, "{why}");
        }
    }

    #[test]
    fn keys_are_of_the_right_kind() {
        let key = to_base64url(&[&[4_u8][..], &[7; 64]].concat());
        let auth = to_base64url(&[9; 16]);
        assert!(BrowserInput::parse("https://push.example/x", &key, &auth).is_ok());
        let problems = BrowserInput::parse("https://10.0.0.1/x", "abc", "").unwrap_err();
        assert_eq!(problems.0.len(), 3, "everything at once");
    }
}
