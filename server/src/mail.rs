//! Sending mail: by SMTP, or as a file in a folder (the demonstration's outbox), or into memory (tests).

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use app::words::Words;
use domain::notifications::Mail;
use lettre::message::{Mailbox, Message, header::ContentType};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

#[derive(Clone)]
pub enum Mailer {
    Smtp {
        transport: AsyncSmtpTransport<Tokio1Executor>,
        from: Mailbox,
    },
    Folder {
        folder: PathBuf,
        from: Mailbox,
    },
    Memory(Arc<Mutex<Vec<Written>>>),
    /// No server is set: mails wait in the outbox, and the log says so.
    Nowhere,
}

/// A mail in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub to: String,
    pub subject: String,
    pub text: String,
}

fn write(mail: &Mail) -> Written {
    let words = Words::of(&mail.language);
    // Days are dates and roles names in the reader's words; other arguments stand as they are.
    let said = |name: &str, value: &str| if name == "role" { words.t(value) } else { app::dates::long_day(words, value) };
    let args: Vec<(String, String)> = mail.args.iter().map(|(name, value)| (name.clone(), said(name, value))).collect();
    let args: Vec<(&str, &str)> = args.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    Written { to: mail.to.clone(), subject: words.with(&format!("{}-subject", mail.key), &args), text: words.with(&format!("{}-text", mail.key), &args) }
}

impl Mailer {
    /// # Errors
    /// A sentence for whoever runs the program.
    pub fn new(smtp_url: Option<&str>, from: &str, folder: Option<PathBuf>) -> Result<Self, String> {
        let from: Mailbox = from.parse().map_err(|e| format!("the sender {from:?} is no mail address: {e}"))?;
        match (smtp_url, folder) {
            (Some(url), _) => {
                let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|e| format!("the address of the mail server: {e}"))?.build();
                Ok(Self::Smtp { transport, from })
            }
            (None, Some(folder)) => {
                std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
                Ok(Self::Folder { folder, from })
            }
            (None, None) => Ok(Self::Nowhere),
        }
    }

    /// # Errors
    /// Why it could not be sent; it is then tried again.
    pub async fn send(&self, name: &str, mail: &Mail) -> Result<(), String> {
        let written = write(mail);
        match self {
            Self::Nowhere => Err("no mail server is set (BALAI_SMTP_URL)".into()),
            Self::Memory(kept) => {
                kept.lock().unwrap_or_else(PoisonError::into_inner).push(written);
                Ok(())
            }
            Self::Smtp { transport, from } => {
                transport.send(message(from, name, written)?).await.map_err(|e| told(&e))?;
                Ok(())
            }
            Self::Folder { folder, from } => {
                let bytes = message(from, name, written)?.formatted();
                tokio::fs::write(folder.join(format!("{name}.eml")), bytes).await.map_err(|e| e.to_string())
            }
        }
    }
}

/// What may be noted of a failure: of what a server answered its number only, for its words often repeat the address.
fn told(error: &lettre::transport::smtp::Error) -> String {
    match error.status() {
        Some(code) => format!("the mail server answered {code}"),
        None => error.to_string(),
    }
}

/// A mail that is sent again, because the program or its database was lost in between, has the same id: the receiver's
/// program shows it once.
fn message(from: &Mailbox, name: &str, written: Written) -> Result<Message, String> {
    let to: Mailbox = written.to.parse().map_err(|_| "the receiver is no mail address".to_owned())?;
    Message::builder()
        .message_id(Some(format!("<{name}@{}>", from.email.domain())))
        .from(from.clone())
        .to(to)
        .subject(written.subject)
        .header(ContentType::TEXT_PLAIN)
        .body(written.text)
        .map_err(|e| e.to_string())
}
