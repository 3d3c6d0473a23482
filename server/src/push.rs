//! Messages to browsers: encrypted for the browser alone (RFC 8291), signed with the portal's key (VAPID, RFC 8292), posted
//! to the push service (`outward.rs`).
//!
//! Written with `ring`, which the databases' and the mail's encryption bring anyway: `web-push` would bring OpenSSL, and
//! `web-push-native` a second family of ciphers.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use domain::clock::{HOUR, Millis};
use domain::following::push::Browser;
use http::{Request, StatusCode, header};
use ring::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use ring::agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral};
use ring::hkdf::{HKDF_SHA256, KeyType, Salt};
use ring::rand::{SecureRandom, SystemRandom};
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use vocabulary::following::{host_of, to_base64url};

use crate::outward::{self, Reach, Trouble};

/// How long a service keeps a message for a browser that is switched off (seconds).
const KEPT: u32 = 24 * 60 * 60;

/// What came of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Took,
    /// The browser asked for no more, or is no more (404, 410).
    Gone,
    /// The service will not take it (another 4xx).
    Refused,
    /// It may go well another time; the words do not tell where it went.
    Failed(String),
}

#[derive(Clone)]
pub enum Pusher {
    Services(Arc<Services>),
    /// For tests: what was sent, as it was before it was encrypted, and what comes of it.
    Memory(Arc<Mutex<Vec<(String, String)>>>, Outcome),
}

pub struct Services {
    key: Key,
    /// Who answers for the portal, as the services want to know: a mail address or a page.
    contact: String,
}

/// The key with which the portal shows services that it is the same as before. Browsers hold to its public half: a new one
/// would end every subscription.
pub struct Key {
    pair: EcdsaKeyPair,
}

impl Key {
    /// Reads `push.key` of the data directory, or makes it, readable by its owner only.
    ///
    /// # Errors
    /// A sentence when the file cannot be read or made, or is no such key.
    pub fn open(data_dir: &Path) -> Result<Self, String> {
        let path = data_dir.join("push.key");
        let random = SystemRandom::new();
        let words = |e: std::io::Error| format!("{}: {e}", path.display());
        if !path.exists() {
            let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).map_err(|_| "no key could be made".to_owned())?;
            let part = data_dir.join("push.key.part");
            let mut options = std::fs::OpenOptions::new();
            options.write(true).create(true).truncate(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            let mut file = options.open(&part).map_err(words)?;
            std::io::Write::write_all(&mut file, made.as_ref()).map_err(words)?;
            file.sync_all().map_err(words)?;
            std::fs::rename(part, &path).map_err(words)?;
        }
        let bytes = std::fs::read(&path).map_err(words)?;
        let pair =
            EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &bytes, &random).map_err(|e| format!("{} is no key for messages to browsers: {e}", path.display()))?;
        Ok(Self { pair })
    }

    /// The public half, as browsers take it.
    pub fn public(&self) -> String {
        to_base64url(self.pair.public_key().as_ref())
    }

    /// The header that signs a message to a service (RFC 8292): worth half a day.
    fn authorization(&self, origin: &str, contact: &str, now: Millis) -> Result<String, String> {
        let claims = serde_json::json!({ "aud": origin, "exp": (now + 12 * HOUR) / 1000, "sub": contact });
        let signed = format!("{}.{}", to_base64url(br#"{"typ":"JWT","alg":"ES256"}"#), to_base64url(claims.to_string().as_bytes()));
        let signature = self.pair.sign(&SystemRandom::new(), signed.as_bytes()).map_err(|_| "a message could not be signed".to_owned())?;
        Ok(format!("vapid t={signed}.{}, k={}", to_base64url(signature.as_ref()), self.public()))
    }
}

impl Services {
    /// `contact` is an address that services may complain to: `https://…` or `mailto:…`.
    pub fn new(key: Key, contact: String) -> Self {
        Self { key, contact }
    }

    async fn post(&self, browser: &Browser, words: &[u8], now: Millis) -> Result<u16, String> {
        let host = host_of(&browser.endpoint).ok_or("no address of a push service")?;
        let body = encrypt(&browser.key, &browser.auth, words)?;
        let authorization = self.key.authorization(&format!("https://{host}"), &self.contact, now)?;
        let request = Request::post(&browser.endpoint)
            .header(header::AUTHORIZATION, authorization)
            .header(header::CONTENT_ENCODING, "aes128gcm")
            .header(header::CONTENT_TYPE, "application/octet-stream")
            .header("ttl", KEPT)
            .header("urgency", "normal")
            .body(Bytes::from(body))
            .map_err(|_| "no address of a push service".to_owned())?;
        match outward::send(Reach::Public, request).await {
            Ok(reply) => Ok(reply.status),
            // A redirect is no answer of a push service.
            Err(Trouble::Moved) => Ok(StatusCode::FOUND.as_u16()),
            Err(trouble) => Err(format!("the push service cannot be reached: {}", trouble.word())),
        }
    }
}

impl Pusher {
    pub async fn send(&self, browser: &Browser, words: &[u8], now: Millis) -> Outcome {
        let services = match self {
            Self::Services(services) => services,
            Self::Memory(kept, outcome) => {
                kept.lock().unwrap_or_else(PoisonError::into_inner).push((browser.endpoint.clone(), String::from_utf8_lossy(words).into_owned()));
                return outcome.clone();
            }
        };
        match services.post(browser, words, now).await {
            Err(words) => Outcome::Failed(words),
            Ok(status) => match status {
                200..300 => Outcome::Took,
                404 | 410 => Outcome::Gone,
                // Not this browser: our key, our clock, our pace.
                401 | 403 | 408 | 429 => Outcome::Failed(format!("the push service answered {status}")),
                // A redirect is no answer of a push service.
                300..500 => Outcome::Refused,
                _ => Outcome::Failed(format!("the push service answered {status}")),
            },
        }
    }
}

/// A length of key material, for HKDF.
struct Length(usize);
impl KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

fn expanded(salt: &[u8], secret: &[u8], info: &[&[u8]], length: usize) -> Result<Vec<u8>, String> {
    let mut out = vec![0; length];
    Salt::new(HKDF_SHA256, salt).extract(secret).expand(info, Length(length)).and_then(|okm| okm.fill(&mut out)).map_err(|_| "no key could be derived".to_owned())?;
    Ok(out)
}

/// RFC 8291 with RFC 8188's one record: only the browser that made the keys reads it. Its length tells nothing, for all
/// messages are filled up to the same.
fn encrypt(key: &[u8], auth: &[u8], words: &[u8]) -> Result<Vec<u8>, String> {
    const FILLED: usize = 512;
    let random = SystemRandom::new();
    let no_random = |_| "no chance to be had".to_owned();
    let own = EphemeralPrivateKey::generate(&ECDH_P256, &random).map_err(no_random)?;
    let own_public = own.compute_public_key().map_err(no_random)?;
    let mut salt = [0; 16];
    random.fill(&mut salt).map_err(no_random)?;
    let shared = agree_ephemeral(own, &UnparsedPublicKey::new(&ECDH_P256, key), <[u8]>::to_vec).map_err(|_| "the browser's key is none".to_owned())?;
    let input = expanded(auth, &shared, &[b"WebPush: info\0", key, own_public.as_ref()], 32)?;
    let content_key = expanded(&salt, &input, &[b"Content-Encoding: aes128gcm\0"], 16)?;
    let nonce = expanded(&salt, &input, &[b"Content-Encoding: nonce\0"], 12)?;
    let mut record = words.to_vec();
    // The mark of the last record, then nothing.
    record.push(2);
    record.resize(record.len().max(FILLED), 0);
    let sealing = UnboundKey::new(&AES_128_GCM, &content_key).map(LessSafeKey::new).map_err(|_| "no key".to_owned())?;
    let nonce = Nonce::try_assume_unique_for_key(&nonce).map_err(|_| "no nonce".to_owned())?;
    sealing.seal_in_place_append_tag(nonce, Aad::empty(), &mut record).map_err(|_| "a message could not be sealed".to_owned())?;
    let mut message = salt.to_vec();
    message.extend(4096_u32.to_be_bytes());
    message.push(65);
    message.extend(own_public.as_ref());
    message.extend(record);
    Ok(message)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a message as a browser does.
    fn decrypt(browser: EphemeralPrivateKey, public: &[u8], auth: &[u8], message: &[u8]) -> Vec<u8> {
        let (salt, rest) = message.split_at(16);
        assert_eq!(rest[..5], [0, 0, 16, 0, 65], "records of 4096 bytes, a key of 65");
        let (server, record) = rest[5..].split_at(65);
        let shared = agree_ephemeral(browser, &UnparsedPublicKey::new(&ECDH_P256, server), <[u8]>::to_vec).unwrap();
        let input = expanded(auth, &shared, &[b"WebPush: info\0", public, server], 32).unwrap();
        let key = expanded(salt, &input, &[b"Content-Encoding: aes128gcm\0"], 16).unwrap();
        let nonce = expanded(salt, &input, &[b"Content-Encoding: nonce\0"], 12).unwrap();
        let opening = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key).unwrap());
        let mut record = record.to_vec();
        let plain = opening.open_in_place(Nonce::try_assume_unique_for_key(&nonce).unwrap(), Aad::empty(), &mut record).unwrap();
        let end = plain.iter().rposition(|b| *b != 0).unwrap();
        assert_eq!(plain[end], 2, "the last record");
        plain[..end].to_vec()
    }

    #[test]
    fn only_the_browser_reads_it_and_its_length_tells_nothing() {
        let random = SystemRandom::new();
        let mut lengths = Vec::new();
        for words in ["MDN-2611-7K3F0", "12 kabar baru dari yang Anda ikuti di Balai"] {
            let browser = EphemeralPrivateKey::generate(&ECDH_P256, &random).unwrap();
            let public = browser.compute_public_key().unwrap();
            let message = encrypt(public.as_ref(), &[7; 16], words.as_bytes()).unwrap();
            assert!(!message.windows(8).any(|w| words.as_bytes().starts_with(w)));
            lengths.push(message.len());
            assert_eq!(decrypt(browser, public.as_ref(), &[7; 16], &message), words.as_bytes());
        }
        assert_eq!(lengths[0], lengths[1]);
        assert!(encrypt(&[4; 65], &[7; 16], b"x").is_err(), "a point that is not on the curve");
    }

    /// The example of RFC 8291, appendix A: keys are derived as its text has them, and not only as we read them back.
    #[test]
    fn keys_are_derived_as_in_the_example_of_the_standard() {
        let bytes = |text: &str| vocabulary::following::base64url(text).unwrap();
        let browser = bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
        let server = bytes("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
        let (shared, auth, salt) = (bytes("kyrL1jIIOHEzg3sM2ZWRHDRB62YACZhhSlknJ672kSs"), bytes("BTBZMqHH6r4Tts7J_aSIgg"), bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        let input = expanded(&auth, &shared, &[b"WebPush: info\0", &browser, &server], 32).unwrap();
        assert_eq!(to_base64url(&input), "S4lYMb_L0FxCeq0WhDx813KgSYqU26kOyzWUdsXYyrg");
        assert_eq!(to_base64url(&expanded(&salt, &input, &[b"Content-Encoding: aes128gcm\0"], 16).unwrap()), "oIhVW04MRdy2XN9CiKLxTg");
        assert_eq!(to_base64url(&expanded(&salt, &input, &[b"Content-Encoding: nonce\0"], 12).unwrap()), "4h_95klXJ5E_qnoN");
    }

    #[test]
    fn a_key_is_made_once_and_signs() {
        let folder = std::env::temp_dir().join(format!("balai_push_{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let (first, again) = (Key::open(&folder).unwrap(), Key::open(&folder).unwrap());
        assert_eq!(first.public(), again.public(), "browsers hold to it");
        let header = first.authorization("https://push.example", "https://balai.example", 0).unwrap();
        let token = header.strip_prefix("vapid t=").unwrap().split(", k=").next().unwrap();
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let bytes = vocabulary::following::base64url(signature).unwrap();
        ring::signature::UnparsedPublicKey::new(&ring::signature::ECDSA_P256_SHA256_FIXED, first.pair.public_key().as_ref()).verify(signed.as_bytes(), &bytes).unwrap();
        std::fs::write(folder.join("push.key"), b"bukan kunci").unwrap();
        assert!(Key::open(&folder).is_err(), "never made anew in silence");
        std::fs::remove_dir_all(folder).unwrap();
    }
}
