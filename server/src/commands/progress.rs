//! How far a long job is: one line that is written over on a terminal, a line now and then in a log.

use std::io::{IsTerminal, Write};

pub struct Progress {
    terminal: bool,
    last: String,
}

impl Progress {
    pub fn new() -> Self {
        Self { terminal: std::io::stderr().is_terminal(), last: String::new() }
    }

    pub fn show(&mut self, what: &str, done: usize, total: usize) {
        let percent = done * 100 / total.max(1);
        if self.terminal {
            eprint!("\r\x1b[K{what}: {done} of {total} ({percent} %)");
            let _ = std::io::stderr().flush();
        } else if self.last != what {
            eprintln!("{what} …");
            what.clone_into(&mut self.last);
        }
    }

    pub fn end(&self) {
        if self.terminal {
            eprint!("\r\x1b[K");
        }
    }
}
