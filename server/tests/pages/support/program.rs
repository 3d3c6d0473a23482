//! The real program as a process of its own, browsers that reach it over the network, and a mail server for it: for what only
//! shows there, such as files, logs, a full disk and being killed.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::net::IpAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpSocket};

pub const BINARY: &str = env!("CARGO_BIN_EXE_balai");

/// A data folder of its own and the portal that serves it, the demonstration; stopped and taken away however the test ends.
pub struct Program {
    pub folder: PathBuf,
    child: Option<Child>,
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Program {
    /// `name` keeps tests apart that run at once.
    pub fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("balai-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("site")).unwrap();
        fs::write(folder.join("site/assets.json"), r#"{"style":"balai.css","islands":"balai.js"}"#).unwrap();
        Self { folder, child: None }
    }

    pub fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// Serves, and returns the port once it answers.
    pub async fn start(&mut self, settings: &[(&str, &str)]) -> u16 {
        let port = self.spawn(&[], settings);
        assert!(self.answers(port).await, "the portal does not start: {}", self.log());
        port
    }

    /// Begins to serve; `before` are words that stand before the program, as `prlimit` and its options would.
    pub fn spawn(&mut self, before: &[&str], settings: &[(&str, &str)]) -> u16 {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let log = |name: &str| Stdio::from(fs::OpenOptions::new().create(true).append(true).open(self.folder.join(name)).unwrap());
        let words: Vec<&str> = before.iter().copied().chain([BINARY, "serve", "--demo"]).collect();
        let child = Command::new(words[0])
            .args(&words[1..])
            .args(["--addr", &format!("127.0.0.1:{port}")])
            .arg("--data-dir")
            .arg(self.data())
            .arg("--site-dir")
            .arg(self.folder.join("site"))
            .env_remove("BALAI_LOG")
            .envs(settings.iter().copied())
            .stdin(Stdio::null())
            .stdout(log("stdout.log"))
            .stderr(log("stderr.log"))
            .spawn()
            .unwrap();
        self.child = Some(child);
        port
    }

    /// Whether it answers, once it does; false when it ended instead.
    pub async fn answers(&mut self, port: u16) -> bool {
        for _ in 0..6000 {
            if tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return true;
            }
            if self.child.as_mut().is_none_or(|child| child.try_wait().unwrap().is_some()) {
                return false;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        false
    }

    /// `kill -9`: nothing is finished, nothing is said.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    /// Asks it to stop; whether it did so without complaint.
    pub fn stop(&mut self) -> bool {
        let Some(mut child) = self.child.take() else { return false };
        let asked = Command::new("kill").arg(child.id().to_string()).status().unwrap();
        asked.success() && child.wait().unwrap().success()
    }

    /// Another command of the program, on the same data.
    pub fn command(&self, words: &[&str]) -> Output {
        Command::new(BINARY).args(words).arg("--data-dir").arg(self.data()).env_remove("BALAI_LOG").output().unwrap()
    }

    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.join("stderr.log")).unwrap_or_default()
    }
}

/// A browser of its own address and agent, with its cookies.
pub struct Browser {
    pub port: u16,
    from: IpAddr,
    agent: &'static str,
    pub cookies: HashMap<String, String>,
}

pub struct Answer {
    pub status: u16,
    pub location: String,
    pub body: String,
}

impl Browser {
    pub fn new(port: u16, from: &str, agent: &'static str) -> Self {
        Self { port, from: from.parse().unwrap(), agent, cookies: HashMap::new() }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, "text/plain", Vec::new()).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.try_post(path, fields).await.unwrap()
    }

    pub async fn try_post(&mut self, path: &str, fields: &[(&str, &str)]) -> io::Result<Answer> {
        let encode = |text: &str| text.bytes().map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect::<String>();
        let body = fields.iter().map(|(n, v)| format!("{}={}", encode(n), encode(v))).collect::<Vec<_>>().join("&");
        self.try_send("POST", path, "application/x-www-form-urlencoded", body.into_bytes()).await
    }

    /// A form with one file.
    pub async fn try_post_file(&mut self, path: &str, fields: &[(&str, &str)], name: &str, file: &[u8]) -> io::Result<Answer> {
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(format!("--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
        }
        body.extend(format!("--B\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"{name}\"\r\n\r\n").into_bytes());
        body.extend(file);
        body.extend(b"\r\n--B--\r\n");
        self.try_send("POST", path, "multipart/form-data; boundary=B", body).await
    }

    pub async fn send(&mut self, method: &str, path: &str, kind: &str, body: Vec<u8>) -> Answer {
        self.try_send(method, path, kind, body).await.unwrap()
    }

    /// # Errors
    /// When the other end is gone before it has answered.
    pub async fn try_send(&mut self, method: &str, path: &str, kind: &str, body: Vec<u8>) -> io::Result<Answer> {
        let socket = TcpSocket::new_v4()?;
        socket.bind((self.from, 0).into())?;
        let mut stream = socket.connect(([127, 0, 0, 1], self.port).into()).await?;
        let cookies = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>().join("; ");
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nUser-Agent: {}\r\nCookie: {cookies}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            self.port,
            self.agent,
            body.len()
        );
        stream.write_all(head.as_bytes()).await?;
        stream.write_all(&body).await?;
        let mut raw = Vec::new();
        stream.read_to_end(&mut raw).await?;
        // An answer without a whole head is none.
        let at = raw.windows(4).position(|w| w == b"\r\n\r\n").ok_or(io::ErrorKind::UnexpectedEof)?;
        let head = String::from_utf8_lossy(&raw[..at]).into_owned();
        let mut location = String::new();
        for (name, value) in head.lines().filter_map(|l| l.split_once(": ")) {
            match name.to_lowercase().as_str() {
                "location" => location = value.to_owned(),
                "set-cookie" => {
                    let (name, rest) = value.split_once('=').unwrap();
                    self.cookies.insert(name.to_owned(), rest.split(';').next().unwrap().to_owned());
                }
                _ => {}
            }
        }
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Ok(Answer { status, location, body: String::from_utf8_lossy(&raw[at + 4..]).into_owned() })
    }
}

/// Takes mails and keeps them in memory, as a mail server elsewhere would; the sender of the envelope stands before them.
pub async fn mail_server(kept: Arc<Mutex<Vec<String>>>) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let kept = kept.clone();
            tokio::spawn(async move {
                let (read, mut write) = stream.into_split();
                let mut lines = BufReader::new(read).lines();
                let _ = write.write_all(b"220 kanari\r\n").await;
                let mut mail: Option<String> = None;
                let mut sender = String::new();
                while let Ok(Some(line)) = lines.next_line().await {
                    let answer: &[u8] = match (&mut mail, line.as_str()) {
                        (Some(text), ".") => {
                            kept.lock().unwrap().push(std::mem::take(text));
                            mail = None;
                            b"250 kept\r\n"
                        }
                        (Some(text), line) => {
                            text.push_str(line);
                            text.push('\n');
                            continue;
                        }
                        (None, from) if from.starts_with("MAIL FROM:") => {
                            sender = from["MAIL FROM:".len()..].split(' ').next().unwrap().to_owned();
                            b"250 ok\r\n"
                        }
                        (None, "DATA") => {
                            mail = Some(format!("Return-Path: {sender}\n"));
                            b"354 go on\r\n"
                        }
                        (None, "QUIT") => b"221 bye\r\n",
                        (None, _) => b"250 ok\r\n",
                    };
                    if write.write_all(answer).await.is_err() {
                        return;
                    }
                }
            });
        }
    });
    port
}
