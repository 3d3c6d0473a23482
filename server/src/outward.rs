//! Requests that leave this machine: to addresses of the web that administrators have written, over TLS. The name is
//! resolved here, every address that it has is looked at, and the connection goes to one of those and nowhere else, so
//! that no name leads into our own network, also not the second time it is asked. Nobody is followed who sends elsewhere.

use std::net::SocketAddr;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use bytes::Bytes;
use domain::network::{are_public, resolve};
use http::{HeaderValue, Method, Request, Uri, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper::client::conn::http1::handshake;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// How long an answer may take, from the name to the last byte.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long a connection may take.
const TO_CONNECT: Duration = Duration::from_secs(8);
/// What an answer may be at most, in bytes.
const ANSWER_MOST: usize = 1024 * 1024;

/// Where requests may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// To addresses that everyone can reach, over TLS, at its own port.
    Public,
    /// Also to this machine and in the clear: for tests that answer themselves.
    Anywhere,
}

#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub body: Bytes,
}

/// Why there is no answer; each has a word for the row and a sentence in the translations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// No address that may be asked at all.
    NotAnAddress,
    /// The name has no address.
    NoName,
    /// One of its addresses lies in a network that not everyone can reach.
    NotPublic,
    NoConnection,
    TooSlow,
    TooLarge,
    /// They sent us elsewhere.
    Moved,
    /// No answer that could be read.
    Broken,
}

impl Trouble {
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotAnAddress => "address",
            Self::NoName => "name",
            Self::NotPublic => "not-public",
            Self::NoConnection => "connection",
            Self::TooSlow => "slow",
            Self::TooLarge => "large",
            Self::Moved => "moved",
            Self::Broken => "broken",
        }
    }
}

/// Asks for XML, or sends a form.
///
/// # Errors
/// Why there is no answer; an answer of any status but a redirect is one.
pub async fn fetch(reach: Reach, url: &str, form: Option<String>) -> Result<Reply, Trouble> {
    let request = Request::builder().uri(url).header(header::ACCEPT, "text/xml");
    let request = match form {
        Some(form) => request.method(Method::POST).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded; charset=utf-8").body(Bytes::from(form)),
        None => request.method(Method::GET).body(Bytes::new()),
    };
    send(reach, request.map_err(|_| Trouble::NotAnAddress)?).await
}

/// Sends a request whose address is whole: with scheme and host.
///
/// # Errors
/// As [`fetch`].
pub async fn send(reach: Reach, request: Request<Bytes>) -> Result<Reply, Trouble> {
    tokio::time::timeout(PATIENCE, send_in_time(reach, request)).await.map_err(|_| Trouble::TooSlow)?
}

async fn send_in_time(reach: Reach, request: Request<Bytes>) -> Result<Reply, Trouble> {
    let uri = request.uri().clone();
    let host = uri.host().ok_or(Trouble::NotAnAddress)?.to_owned();
    let tls = match uri.scheme_str() {
        Some("https") => true,
        Some("http") if reach == Reach::Anywhere => false,
        _ => return Err(Trouble::NotAnAddress),
    };
    let usual = if tls { 443 } else { 80 };
    let port = uri.port_u16().unwrap_or(usual);
    if reach == Reach::Public && port != usual {
        return Err(Trouble::NotAnAddress);
    }
    let addresses = resolve(&host, port).await.ok_or(Trouble::NoName)?;
    if reach == Reach::Public && !are_public(&addresses) {
        return Err(Trouble::NotPublic);
    }
    // Waited for apart: who was never reached has nothing of ours.
    let stream = tokio::time::timeout(TO_CONNECT, connect(&addresses)).await.map_err(|_| Trouble::NoConnection)??;
    if tls {
        let name = ServerName::try_from(host).map_err(|_| Trouble::NotAnAddress)?;
        let stream = tokio::time::timeout(TO_CONNECT, CONNECTOR.connect(name, stream)).await.map_err(|_| Trouble::NoConnection)?.map_err(|_| Trouble::NoConnection)?;
        exchange(TokioIo::new(stream), &uri, request).await
    } else {
        exchange(TokioIo::new(stream), &uri, request).await
    }
}

async fn connect(addresses: &[SocketAddr]) -> Result<TcpStream, Trouble> {
    for address in addresses {
        if let Ok(stream) = TcpStream::connect(address).await {
            return Ok(stream);
        }
    }
    Err(Trouble::NoConnection)
}

/// TLS with the roots that browsers trust; made once, for there are many.
static CONNECTOR: LazyLock<TlsConnector> = LazyLock::new(|| {
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap_or_else(|_| unreachable!("ring has the versions of TLS that are safe"))
        .with_root_certificates(roots)
        .with_no_client_auth();
    TlsConnector::from(Arc::new(config))
});

async fn exchange<S: hyper::rt::Read + hyper::rt::Write + Unpin + Send + 'static>(stream: S, uri: &Uri, request: Request<Bytes>) -> Result<Reply, Trouble> {
    let (mut sender, connection) = handshake(stream).await.map_err(|_| Trouble::NoConnection)?;
    let driver = tokio::spawn(connection);
    let (mut head, body) = request.into_parts();
    let header = |text: &str| HeaderValue::from_str(text).map_err(|_| Trouble::NotAnAddress);
    head.headers.insert(header::HOST, header(uri.authority().map_or("", http::uri::Authority::as_str))?);
    head.headers.insert(header::USER_AGENT, HeaderValue::from_static("Balai"));
    head.uri = uri.path_and_query().map_or("/", |p| p.as_str()).parse().map_err(|_| Trouble::NotAnAddress)?;
    let request = Request::from_parts(head, Full::new(body));
    let answer = async {
        let response = sender.send_request(request).await.map_err(|_| Trouble::Broken)?;
        let status = response.status();
        if status.is_redirection() {
            return Err(Trouble::Moved);
        }
        let body = Limited::new(response.into_body(), ANSWER_MOST)
            .collect()
            .await
            .map_err(|e| if e.is::<http_body_util::LengthLimitError>() { Trouble::TooLarge } else { Trouble::Broken })?;
        Ok(Reply { status: status.as_u16(), body: body.to_bytes() })
    }
    .await;
    driver.abort();
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_may_not_be_asked_is_not_even_connected_to() {
        for (url, expected) in [
            ("http://127.0.0.1/", Trouble::NotAnAddress),
            ("https://127.0.0.1/", Trouble::NotPublic),
            ("https://[::1]/", Trouble::NotPublic),
            ("https://[::ffff:127.0.0.1]/", Trouble::NotPublic),
            ("https://127.0.0.1:5432/", Trouble::NotAnAddress),
            ("https://localhost/", Trouble::NotPublic),
            ("https://2130706433/", Trouble::NotPublic),
            ("https://0x7f.1/", Trouble::NotPublic),
            ("ftp://a.example/", Trouble::NotAnAddress),
            ("/etc/passwd", Trouble::NotAnAddress),
        ] {
            let refused = fetch(Reach::Public, url, None).await.unwrap_err();
            // Some systems read the odd ways to write an address, some find no such name; none connects.
            assert!(refused == expected || (expected == Trouble::NotPublic && refused == Trouble::NoName), "{url}: {refused:?}");
        }
    }
}
