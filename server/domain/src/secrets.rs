//! Chance, and the secrets that lie beside the database and never in it.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use chacha20poly1305::aead::{Aead, KeyInit as _};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use hmac::{Hmac, Mac};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use sha2::{Digest, Sha256};
use vocabulary::receipt::Receipt;

use crate::error::{Error, Result};

/// Where random bytes come from: the operating system, or a seed for a world that can be replayed.
#[derive(Debug, Clone)]
pub enum Chance {
    System,
    Seeded(Arc<Mutex<StdRng>>),
}

impl Chance {
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    pub fn fill(&self, bytes: &mut [u8]) {
        match self {
            Self::System => rand::rng().fill_bytes(bytes),
            Self::Seeded(rng) => rng.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(bytes),
        }
    }

    pub fn number(&self) -> u64 {
        let mut bytes = [0; 8];
        self.fill(&mut bytes);
        u64::from_le_bytes(bytes)
    }

    /// 32 hexadecimal digits that nobody guesses: form keys, link tokens.
    pub fn token(&self) -> String {
        let mut bytes = [0; 16];
        self.fill(&mut bytes);
        hex(&bytes)
    }
}

/// Whether it looks like a [`Chance::token`]: what a form sends back as its key.
pub fn is_token(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, b| {
        use std::fmt::Write;
        let _ = write!(text, "{b:02x}");
        text
    })
}

/// The bytes of hexadecimal digits; none where they are not.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(text.get(i..i + 2)?, 16).ok()).collect()
}

pub fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        // Lengths keep ("ab", "c") and ("a", "bc") apart.
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

/// The key file of an installation: derives receipts and seals identities.
pub struct Secrets {
    key: [u8; 32],
}

// Never printed by accident.
impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets(…)")
    }
}

impl Secrets {
    pub const fn new(key: [u8; 32]) -> Self {
        Self { key }
    }

    /// Reads `secret.key` of the data directory, or makes it, readable by its owner only.
    ///
    /// # Errors
    /// When the file cannot be read or made, or is not 32 bytes long.
    pub fn open(data_dir: &Path, chance: &Chance) -> Result<Self> {
        let path = data_dir.join("secret.key");
        if !path.exists() {
            let mut key = [0; 32];
            chance.fill(&mut key);
            let part = data_dir.join("secret.key.part");
            let mut options = std::fs::OpenOptions::new();
            options.write(true).create(true).truncate(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            let mut file = options.open(&part)?;
            std::io::Write::write_all(&mut file, &key)?;
            file.sync_all()?;
            // Beside the file first: a key that is half written would keep the portal from ever starting.
            std::fs::rename(part, &path)?;
        }
        let key = std::fs::read(&path)?.try_into().map_err(|_| Error::Configuration(format!("{} must be 32 bytes long", path.display())))?;
        Ok(Self::new(key))
    }

    fn derive(&self, purpose: &str, input: &str) -> [u8; 32] {
        let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(&self.key).unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
        mac.update(&sha256(&[purpose.as_bytes(), input.as_bytes()]));
        mac.finalize().into_bytes().into()
    }

    /// The receipt of a form key: always the same, so that a repeated send shows the same receipt, though only its
    /// hash is kept.
    pub fn receipt(&self, form_key: &str) -> Receipt {
        let bytes = self.derive("receipt", form_key);
        let mut number = [0; 16];
        number.copy_from_slice(&bytes[..16]);
        Receipt::from_number(u128::from_be_bytes(number))
    }

    /// A name for a row that says nothing of its id, which may be made from a number of a register: always the same in
    /// this installation, and nobody without its key finds the way back. Sixteen letters: digits could be taken for a
    /// number of a register, and by chance look like one.
    pub fn opaque(&self, purpose: &str, id: uuid::Uuid) -> String {
        self.derive(purpose, &id.to_string())[..8].iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|nibble| char::from(b'a' + nibble)).collect()
    }

    /// 32 hexadecimal digits that only this installation can make of a text: what proves that a link is ours, and what
    /// finds an address again that lies sealed.
    pub fn proof(&self, purpose: &str, text: &str) -> String {
        hex(&self.derive(purpose, text)[..16])
    }

    /// How a signed-in sender with a name stands beside a case.
    pub fn case_owner(&self, account: uuid::Uuid) -> String {
        self.opaque("owner of a case", account)
    }

    /// Seals an identity so that the database alone does not tell it.
    ///
    /// # Errors
    /// [`Error::Broken`] when the cipher refuses, which it does not for short texts.
    pub fn seal(&self, chance: &Chance, text: &str) -> Result<Vec<u8>> {
        self.seal_bytes(chance, text.as_bytes())
    }

    /// # Errors
    /// As [`Self::seal`].
    pub fn seal_bytes(&self, chance: &Chance, bytes: &[u8]) -> Result<Vec<u8>> {
        let mut nonce = [0; 12];
        chance.fill(&mut nonce);
        let mut sealed = nonce.to_vec();
        sealed.extend(self.cipher().encrypt(&Nonce::from(nonce), bytes).map_err(|_| Error::Broken("sealing failed".into()))?);
        Ok(sealed)
    }

    /// # Errors
    /// [`Error::Broken`] when the bytes were not sealed with this key.
    pub fn unseal(&self, sealed: &[u8]) -> Result<String> {
        String::from_utf8(self.unseal_bytes(sealed)?).map_err(|_| not_ours())
    }

    /// # Errors
    /// As [`Self::unseal`].
    pub fn unseal_bytes(&self, sealed: &[u8]) -> Result<Vec<u8>> {
        let (nonce, rest) = sealed.split_first_chunk::<12>().ok_or_else(not_ours)?;
        self.cipher().decrypt(&Nonce::from(*nonce), rest).map_err(|_| not_ours())
    }

    fn cipher(&self) -> ChaCha20Poly1305 {
        ChaCha20Poly1305::new(&Key::from(self.derive("identity", "seal")))
    }
}

fn not_ours() -> Error {
    Error::Broken("a sealed record does not open with this key".into())
}

/// Passwords: OWASP's argon2id figures (19 MiB, two passes).
fn for_passwords() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(19 * 1024, 2, 1, None).unwrap_or_default())
}

/// Receipts: 47 bits drawn by chance need no more than a millisecond's work to stay out of reach.
fn for_receipts() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(1024, 1, 1, None).unwrap_or_default())
}

fn hash_with(argon2: &Argon2<'_>, chance: &Chance, secret: &str) -> Result<String> {
    let mut salt = [0; 16];
    chance.fill(&mut salt);
    Ok(argon2.hash_password_with_salt(secret.as_bytes(), &salt).map_err(|e| Error::Broken(e.to_string()))?.to_string())
}

/// Slow on purpose (about 30 ms): call off the async threads.
///
/// # Errors
/// [`Error::Broken`] when argon2 refuses its parameters.
pub fn hash_password(chance: &Chance, password: &str) -> Result<String> {
    hash_with(&for_passwords(), chance, password)
}

/// # Errors
/// As [`hash_password`].
pub fn hash_receipt(chance: &Chance, secret: &str) -> Result<String> {
    hash_with(&for_receipts(), chance, secret)
}

/// Whether the secret is the one behind this hash; the hash says which figures it was made with.
pub fn verifies(secret: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|parsed| for_passwords().verify_password(secret.as_bytes(), &parsed).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repeated_send_has_the_same_receipt_and_another_installation_has_not() {
        let here = Secrets::new([1; 32]);
        assert_eq!(here.receipt("a").digits(), here.receipt("a").digits());
        assert_ne!(here.receipt("a").digits(), here.receipt("b").digits());
        assert_ne!(here.receipt("a").digits(), Secrets::new([2; 32]).receipt("a").digits());
    }

    #[test]
    fn an_identity_opens_only_with_its_key() {
        let chance = Chance::seeded(1);
        let sealed = Secrets::new([1; 32]).seal(&chance, "Sari, sari@surel.example").unwrap();
        assert!(!sealed.windows(4).any(|w| w == b"Sari"));
        assert_eq!(Secrets::new([1; 32]).unseal(&sealed).unwrap(), "Sari, sari@surel.example");
        assert!(Secrets::new([2; 32]).unseal(&sealed).is_err());
    }

    #[test]
    fn hashes_verify_with_their_own_figures() {
        let chance = Chance::seeded(2);
        assert!(verifies("rahasia sekali", &hash_password(&chance, "rahasia sekali").unwrap()));
        let receipt = hash_receipt(&chance, "12345678901234").unwrap();
        assert!(verifies("12345678901234", &receipt));
        assert!(!verifies("12345678901235", &receipt));
    }
}
