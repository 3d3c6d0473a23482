//! Which addresses of the network a request may leave for: whoever names an address, an administrator or a browser, must
//! not lead us into our own network.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// What a host's name stands for; none when nobody knows it.
pub async fn resolve(host: &str, port: u16) -> Option<Vec<SocketAddr>> {
    let found: Vec<SocketAddr> = tokio::net::lookup_host((host.trim_matches(['[', ']']), port)).await.ok()?.collect();
    (!found.is_empty()).then_some(found)
}

/// Whether all of them can be reached by everyone. One private address among several is one too many: which is taken
/// would be the name's choice.
pub fn are_public(addresses: &[SocketAddr]) -> bool {
    addresses.iter().all(|address| is_public(address.ip()))
}

/// Whether everyone can reach it: no private, local, shared, reserved or documented address, and none that carries one.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

fn is_public_v4(v4: Ipv4Addr) -> bool {
    let [a, b, c, _] = v4.octets();
    !matches!(
        (a, b, c),
        (0 | 10 | 127 | 224..=255, ..)
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
    )
}

fn is_public_v6(v6: Ipv6Addr) -> bool {
    let [a, b, .., high, low] = v6.segments();
    // What is translated (64:ff9b::/96) is what it is translated to; what is only mapped (::ffff:0:0/96) no resolver gives.
    if v6.segments()[..6] == [0x64, 0xff9b, 0, 0, 0, 0] {
        let [[w, x], [y, z]] = [high.to_be_bytes(), low.to_be_bytes()];
        return is_public_v4(Ipv4Addr::new(w, x, y, z));
    }
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
            "192.0.2.1",
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
            "64:ff9b::a00:1",
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
        for outside in
            ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "192.0.1.1", "64:ff9b::808:808", "2606:4700::1111", "2a00:1450:4001::1", "2001:4860:4860::8888"]
        {
            assert!(is_public(outside.parse().unwrap()), "{outside}");
        }
    }

    #[tokio::test]
    async fn one_private_address_among_several_is_one_too_many() {
        let own = resolve("localhost", 443).await.unwrap();
        assert!(!are_public(&own) && resolve("tidak-ada.invalid", 443).await.is_none());
        let some: Vec<SocketAddr> = ["8.8.8.8:443", "10.0.0.1:443"].iter().map(|a| a.parse().unwrap()).collect();
        assert!(are_public(&some[..1]) && !are_public(&some));
    }
}
