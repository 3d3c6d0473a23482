//! Sending mail: by SMTP, or as a file in a folder (the demonstration's outbox), or into memory (tests).

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use app::words::Words;
use domain::following::TAG;
use domain::notifications::Mail;
use lettre::address::Envelope;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use vocabulary::feedback::Status;

use crate::returned::means_the_address;

#[derive(Clone)]
pub enum Mailer {
    Smtp {
        transport: AsyncSmtpTransport<Tokio1Executor>,
        from: Mailbox,
        /// None: mails return to the sender, and nobody counts them.
        returns: Option<Return>,
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
    /// The same with simple markup; none for a mail of a few lines.
    pub html: Option<String>,
    /// Where a mail program posts when its reader presses "unsubscribe" (RFC 8058); none for what was asked for.
    pub unsubscribe: Option<String>,
    /// What tells which mail it was when it comes back; none for what comes back to the sender.
    pub tag: Option<String>,
}

/// Where mails return that a server took and could not deliver: `kembali@kota.example`, with a tag for each letter.
#[derive(Debug, Clone)]
pub struct Return {
    user: String,
    domain: String,
}

impl Return {
    /// # Errors
    /// A sentence for whoever runs the program.
    pub fn parse(typed: &str) -> Result<Self, String> {
        let address: Address = typed.parse().map_err(|e| format!("the return address {typed:?} is no mail address: {e}"))?;
        // RFC 5321: 64 before the @.
        let most = 64 - TAG - 1;
        if address.user().len() > most || address.user().contains(['+', '"']) {
            return Err(format!("the return address {typed:?} must have at most {most} letters before the @, and no + among them: each letter adds one of its own"));
        }
        Ok(Self { user: address.user().to_owned(), domain: address.domain().to_owned() })
    }

    fn of(&self, tag: &str) -> Result<Address, String> {
        Address::new(format!("{}+{tag}", self.user), &self.domain).map_err(|e| e.to_string())
    }
}

/// Why a mail was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The server knows this address and will never take mail for it: sending again is of no use.
    pub for_good: bool,
    /// For the log and the row; never who was written to.
    pub words: String,
}

impl Refused {
    fn for_now(words: impl ToString) -> Self {
        Self { for_good: false, words: words.to_string() }
    }
}

fn write(mail: &Mail) -> Written {
    let words = Words::of(&mail.language);
    // Days are dates and roles names in the reader's words; other arguments stand as they are.
    let said = |name: &str, value: &str| match name {
        "role" => words.t(value),
        // Where a case stands, and the last day of what comes next: of mails that wait from a version before.
        "next" => {
            let (status, due) = value.split_once('|').unwrap_or((value, ""));
            app::following::letter::next_words(words, Status::parse(status), Some(due).filter(|due| !due.is_empty()))
        }
        _ => app::dates::long_day(words, value),
    };
    let args: Vec<(String, String)> = mail.args.iter().map(|(name, value)| (name.clone(), said(name, value))).collect();
    let args: Vec<(&str, &str)> = args.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let (subject, text) = (words.with(&format!("{}-subject", mail.key), &args), words.with(&format!("{}-text", mail.key), &args));
    Written { to: mail.to.clone(), subject, text, html: None, unsubscribe: None, tag: None }
}

impl Mailer {
    /// # Errors
    /// A sentence for whoever runs the program.
    pub fn new(smtp_url: Option<&str>, from: &str, folder: Option<PathBuf>) -> Result<Self, String> {
        let from: Mailbox = from.parse().map_err(|e| format!("the sender {from:?} is no mail address: {e}"))?;
        match (smtp_url, folder) {
            (Some(url), _) => {
                let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|e| format!("the address of the mail server: {e}"))?.build();
                Ok(Self::Smtp { transport, from, returns: None })
            }
            (None, Some(folder)) => {
                std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
                Ok(Self::Folder { folder, from })
            }
            (None, None) => Ok(Self::Nowhere),
        }
    }

    /// The same with an address of its own for what comes back.
    #[must_use]
    pub fn returning(self, to: Option<Return>) -> Self {
        match self {
            Self::Smtp { transport, from, .. } => Self::Smtp { transport, from, returns: to },
            other => other,
        }
    }

    /// # Errors
    /// Why it could not be sent; it is then tried again.
    pub async fn send(&self, name: &str, mail: &Mail) -> Result<(), String> {
        self.deliver(name, write(mail)).await.map_err(|refused| refused.words)
    }

    /// # Errors
    /// Why it was not taken, and whether that is for good.
    pub async fn deliver(&self, name: &str, written: Written) -> Result<(), Refused> {
        match self {
            Self::Nowhere => Err(Refused::for_now("no mail server is set (BALAI_SMTP_URL)")),
            Self::Memory(kept) => {
                kept.lock().unwrap_or_else(PoisonError::into_inner).push(written);
                Ok(())
            }
            Self::Smtp { transport, from, returns } => {
                let message = message(from, name, returns.as_ref(), written).map_err(Refused::for_now)?;
                transport.send(message).await.map_err(|e| Refused { for_good: is_for_good(&e), words: told(&e) })?;
                Ok(())
            }
            Self::Folder { folder, from } => {
                let bytes = message(from, name, None, written).map_err(Refused::for_now)?.formatted();
                tokio::fs::write(folder.join(format!("{name}.eml")), bytes).await.map_err(Refused::for_now)
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

/// Answers of RFC 5321 that mean this one address: unknown, not here, not allowed. Others of the kind (no sign-in, no relay,
/// too large, and the 5.7 of a server that does not like us) are about us, and would retire everybody.
fn is_for_good(error: &lettre::transport::smtp::Error) -> bool {
    let said = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    error.status().is_some_and(|code| means_the_address("5.0.0", &format!("smtp; {code} {said}")))
}

/// A mail that is sent again, because the program or its database was lost in between, has the same id: the receiver's
/// program shows it once.
fn message(from: &Mailbox, name: &str, returns: Option<&Return>, written: Written) -> Result<Message, String> {
    let to: Mailbox = written.to.parse().map_err(|_| "the receiver is no mail address".to_owned())?;
    let mut builder = Message::builder().message_id(Some(format!("<{name}@{}>", from.email.domain()))).from(from.clone()).to(to.clone()).subject(written.subject);
    if let (Some(returns), Some(tag)) = (returns, &written.tag) {
        // The sender of the envelope, not of the letter: only servers read it.
        builder = builder.envelope(Envelope::new(Some(returns.of(tag)?), vec![to.email]).map_err(|e| e.to_string())?);
    }
    let mut message = match written.html {
        Some(html) => builder.multipart(MultiPart::alternative_plain_html(written.text, html)),
        None => builder.header(ContentType::TEXT_PLAIN).body(written.text),
    }
    .map_err(|e| e.to_string())?;
    if let Some(address) = written.unsubscribe {
        for (header, value) in
            [("List-Unsubscribe", format!("<{address}>")), ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()), ("Auto-Submitted", "auto-generated".to_owned())]
        {
            message.headers_mut().insert_raw(HeaderValue::new(HeaderName::new_from_ascii_str(header), value));
        }
    }
    Ok(message)
}
