//! Requests that leave this machine: to addresses of the web that administrators have written, over TLS. The name is
//! resolved here, every address that it has is looked at, and the connection goes to one of those and nowhere else, so
//! that no name leads into our own network, also not the second time it is asked. Nobody is followed who sends elsewhere.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{Method, Request, Uri, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper::client::conn::http1::handshake;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// How long an answer may take, from the name to the last byte.
const PATIENCE: Duration = Duration::from_secs(20);
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

/// Asks, or sends a form.
///
/// # Errors
/// Why there is no answer; an answer of any status but a redirect is one.
pub async fn fetch(reach: Reach, url: &str, form: Option<String>) -> Result<Reply, Trouble> {
    tokio::time::timeout(PATIENCE, fetch_in_time(reach, url, form)).await.map_err(|_| Trouble::TooSlow)?
}

async fn fetch_in_time(reach: Reach, url: &str, form: Option<String>) -> Result<Reply, Trouble> {
    let uri: Uri = url.parse().map_err(|_| Trouble::NotAnAddress)?;
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
    let stream = connect(&addresses(reach, &host, port).await?).await?;
    if tls {
        let name = ServerName::try_from(host).map_err(|_| Trouble::NotAnAddress)?;
        let stream = connector()?.connect(name, stream).await.map_err(|_| Trouble::NoConnection)?;
        exchange(TokioIo::new(stream), &uri, form).await
    } else {
        exchange(TokioIo::new(stream), &uri, form).await
    }
}

/// Every address of the name, all of them fit to be asked.
async fn addresses(reach: Reach, host: &str, port: u16) -> Result<Vec<SocketAddr>, Trouble> {
    let found: Vec<SocketAddr> = tokio::net::lookup_host((host.trim_matches(['[', ']']), port)).await.map_err(|_| Trouble::NoName)?.collect();
    if found.is_empty() {
        return Err(Trouble::NoName);
    }
    if reach == Reach::Public && !found.iter().all(|a| is_public(a.ip())) {
        return Err(Trouble::NotPublic);
    }
    Ok(found)
}

async fn connect(addresses: &[SocketAddr]) -> Result<TcpStream, Trouble> {
    for address in addresses {
        if let Ok(stream) = TcpStream::connect(address).await {
            return Ok(stream);
        }
    }
    Err(Trouble::NoConnection)
}

fn connector() -> Result<TlsConnector, Trouble> {
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().map_err(|_| Trouble::NoConnection)?;
    Ok(TlsConnector::from(Arc::new(config.with_root_certificates(roots).with_no_client_auth())))
}

async fn exchange<S: hyper::rt::Read + hyper::rt::Write + Unpin + Send + 'static>(stream: S, uri: &Uri, form: Option<String>) -> Result<Reply, Trouble> {
    let (mut sender, connection) = handshake(stream).await.map_err(|_| Trouble::NoConnection)?;
    let driver = tokio::spawn(connection);
    let authority = uri.authority().map(ToString::to_string).unwrap_or_default();
    let path = uri.path_and_query().map_or("/", |p| p.as_str());
    let request = Request::builder().uri(path).header(header::HOST, authority).header(header::USER_AGENT, "Balai").header(header::ACCEPT, "text/xml");
    let request = match form {
        Some(form) => request.method(Method::POST).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded; charset=utf-8").body(Full::new(Bytes::from(form))),
        None => request.method(Method::GET).body(Full::default()),
    };
    let answer = async {
        let response = sender.send_request(request.map_err(|_| Trouble::NotAnAddress)?).await.map_err(|_| Trouble::Broken)?;
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

/// Whether everyone can reach it: no private, local, shared, reserved or documented address, and none that carries
/// another address in it.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

fn is_public_v4(v4: Ipv4Addr) -> bool {
    let [a, b, c, _] = v4.octets();
    let reserved = matches!(
        (a, b, c),
        (0 | 10 | 127, ..)
            | (100, 64..=127, _)
            | (169, 254, _)
            | (172, 16..=31, _)
            | (192, 0, 0 | 2)
            | (192, 31, 196)
            | (192, 52, 193)
            | (192, 88, 99)
            | (192, 168, _)
            | (192, 175, 48)
            | (198, 18 | 19, _)
            | (198, 51, 100)
            | (203, 0, 113)
            | (224..=255, ..)
    );
    !reserved
}

fn is_public_v6(v6: Ipv6Addr) -> bool {
    let [a, b, ..] = v6.segments();
    // Only what is given out (2000::/3), and of that neither what tunnels (2001::/32, 2002::/16), nor benchmarks and the
    // like (2001:0..1ff::), nor what is for papers (2001:db8::/32, 3fff::/20).
    let given = a & 0xe000 == 0x2000;
    let tunnel = a == 0x2002 || (a == 0x2001 && b < 0x0200);
    let papers = (a == 0x2001 && b == 0x0db8) || (a == 0x3fff && b < 0x1000);
    given && !tunnel && !papers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leads_into_our_own_network() {
        for inside in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "127.8.9.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.1",
            "192.168.1.1",
            "198.18.0.1",
            "203.0.113.9",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "::7f00:1",
            "64:ff9b::7f00:1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "ff02::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
        ] {
            assert!(!is_public(inside.parse().unwrap()), "{inside}");
        }
        for outside in ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "192.0.1.1", "2606:4700::1111", "2a00:1450:4001::1", "2001:4860:4860::8888"] {
            assert!(is_public(outside.parse().unwrap()), "{outside}");
        }
    }

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
