//! `balai bounced`: reads one returned mail, as the pipe of a mail server gives it.

use std::io::Read;

use clap::Args;
use domain::following::{Returned, came_back};

use crate::config::Storage;
use crate::returned::{LONGEST, read};

/// What a mail server takes as "not now, ask again" (EX_TEMPFAIL of sysexits): the returned mail stays in its queue.
const AGAIN: i32 = 75;

#[derive(Debug, Args)]
pub struct Bounced {
    /// The address to which it returned, where the mail server says it (Postfix: `${recipient}`); without it the message's
    /// headers are asked. Either way only a tag that this portal made is believed
    #[arg(long)]
    to: Option<String>,
    #[command(flatten)]
    storage: Storage,
}

impl Bounced {
    pub async fn run(self) -> Result<(), String> {
        match self.count().await {
            Ok(said) => {
                println!("{said}");
                Ok(())
            }
            Err(error) => {
                eprintln!("balai: {error}");
                std::process::exit(AGAIN);
            }
        }
    }

    /// What was done, as a sentence. Nothing that is wrong with a message is an error: it would only be sent back in turn.
    async fn count(self) -> Result<String, String> {
        let mut message = Vec::new();
        let mut input = std::io::stdin().lock();
        input.by_ref().take(LONGEST as u64 + 1).read_to_end(&mut message).map_err(|e| e.to_string())?;
        // A server that is not listened to to the end may think that we failed.
        std::io::copy(&mut input, &mut std::io::sink()).map_err(|e| e.to_string())?;
        let tag = match read(&message, self.to.as_deref()) {
            Ok(tag) => tag,
            Err(why) => return Ok(format!("Nothing is changed: {why}.")),
        };
        let portal = self.storage.open().await?;
        let returned = came_back(&portal, &tag).await.map_err(|e| e.to_string())?;
        portal.db.close().await;
        Ok(match returned {
            Returned::Counted { times, ended: false } => format!("Counted: letters to this address came back {times} times in a row."),
            Returned::Counted { times, ended: true } => format!("Counted: letters to this address came back {times} times in a row. It gets no mail any more."),
            Returned::Already => "Nothing is changed: this returned letter, or another of its day, was counted before.".into(),
            Returned::Nobody => "Nothing is changed: nobody is written to there any more.".into(),
            Returned::NotOurs => "Nothing is changed: the tag in its address is none that this portal made.".into(),
        })
    }
}
