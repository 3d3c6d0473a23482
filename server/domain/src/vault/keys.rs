//! The keys that wrap the keys of records. They lie in `vault.key`, apart from `secret.key`: this one can be changed at any
//! time, and the other cannot, for receipts and public ids are derived from it.

use std::path::Path;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};

use crate::error::{Error, Result};
use crate::secrets::{Chance, hex, sha256};

/// One key for wrapping, and while they are being changed those before it, for reading.
pub struct Keys {
    current: [u8; 32],
    before: Vec<[u8; 32]>,
}

// Never printed by accident.
impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}

const FILE: &str = "vault.key";

impl Keys {
    pub const fn new(current: [u8; 32], before: Vec<[u8; 32]>) -> Self {
        Self { current, before }
    }

    /// Reads `vault.key` of the data directory, or makes it, readable by its owner only.
    ///
    /// # Errors
    /// When the file cannot be read or made, or holds no whole keys.
    pub fn open(data_dir: &Path, chance: &Chance) -> Result<Self> {
        let path = data_dir.join(FILE);
        if !path.exists() {
            write(data_dir, &[fresh(chance)])?;
        }
        let bytes = std::fs::read(&path)?;
        let (keys, rest) = bytes.as_chunks::<32>();
        match keys.split_first() {
            Some((current, before)) if rest.is_empty() => Ok(Self::new(*current, before.to_vec())),
            _ => Err(Error::Configuration(format!("{} must hold keys of 32 bytes", path.display()))),
        }
    }

    /// Puts a new key before the one in use, in the file too, where both stay until [`Keys::forget_former`].
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn renew(self, data_dir: &Path, chance: &Chance) -> Result<Self> {
        let mut all = vec![fresh(chance), self.current];
        all.extend(self.before);
        write(data_dir, &all)?;
        let current = all.remove(0);
        Ok(Self::new(current, all))
    }

    /// Leaves only the key in use in the file: what only a former key opens is lost then.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn forget_former(&self, data_dir: &Path) -> Result<()> {
        write(data_dir, &[self.current])
    }

    /// Whether one of them has this name.
    pub(super) fn has(&self, id: &str) -> bool {
        std::iter::once(&self.current).chain(&self.before).any(|key| name_of(key) == id)
    }

    /// Names the key in use without telling it.
    pub(super) fn id(&self) -> String {
        name_of(&self.current)
    }

    pub(super) fn wrap(&self, chance: &Chance, key: &[u8; 32], bound_to: &[u8]) -> Result<Vec<u8>> {
        seal(chance, &self.current, key, bound_to)
    }

    /// # Errors
    /// [`Error::Broken`] when the key is not here, or the row is another's.
    pub(super) fn unwrap(&self, id: &str, wrapped: &[u8], bound_to: &[u8]) -> Result<[u8; 32]> {
        let key = std::iter::once(&self.current).chain(&self.before).find(|key| name_of(key) == id);
        let key = key.ok_or_else(|| Error::Broken("a record of the vault was sealed with a key that is not here".into()))?;
        unseal(key, wrapped, bound_to)?.try_into().map_err(|_| broken())
    }
}

pub(super) fn fresh(chance: &Chance) -> [u8; 32] {
    let mut key = [0; 32];
    chance.fill(&mut key);
    key
}

fn name_of(key: &[u8; 32]) -> String {
    hex(&sha256(&[b"vault key", key])[..8])
}

/// Beside the file first: it is there whole or not at all.
fn write(data_dir: &Path, keys: &[[u8; 32]]) -> Result<()> {
    let (path, part) = (data_dir.join(FILE), data_dir.join("vault.key.part"));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&part)?;
    std::io::Write::write_all(&mut file, &keys.concat())?;
    file.sync_all()?;
    Ok(std::fs::rename(part, path)?)
}

fn broken() -> Error {
    Error::Broken("a record of the vault does not open: its key, its case or its bytes are not what was sealed".into())
}

/// The nonce, drawn by chance, then what is sealed. `bound_to` must be the same again, or it does not open.
pub(super) fn seal(chance: &Chance, key: &[u8; 32], text: &[u8], bound_to: &[u8]) -> Result<Vec<u8>> {
    let mut nonce = [0; 24];
    chance.fill(&mut nonce);
    let mut sealed = nonce.to_vec();
    let cipher = XChaCha20Poly1305::new(&Key::from(*key));
    sealed.extend(cipher.encrypt(&XNonce::from(nonce), Payload { msg: text, aad: bound_to }).map_err(|_| broken())?);
    Ok(sealed)
}

pub(super) fn unseal(key: &[u8; 32], sealed: &[u8], bound_to: &[u8]) -> Result<Vec<u8>> {
    let (nonce, rest) = sealed.split_first_chunk::<24>().ok_or_else(broken)?;
    XChaCha20Poly1305::new(&Key::from(*key)).decrypt(&XNonce::from(*nonce), Payload { msg: rest, aad: bound_to }).map_err(|_| broken())
}
