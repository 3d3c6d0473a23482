//! One answer in both formats. In JSON the elements around lists vanish and what is empty is `null`, as the standard's
//! convention has it; in XML every item of a list has its own name. Written by a writer of XML, never by joining text.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use serde_json::{Map, Value};

use super::call::Format;

/// A value with as much of a name as both formats need.
#[derive(Debug, Clone)]
pub enum Node {
    Text(String),
    Number(i64),
    Flag(bool),
    Nothing,
    /// The name of each item in XML.
    List(&'static str, Vec<Node>),
    Group(Vec<(&'static str, Node)>),
}

impl Node {
    /// A text, or nothing where it is empty.
    pub fn some(text: impl Into<Option<String>>) -> Self {
        text.into().filter(|t| !t.is_empty()).map_or(Self::Nothing, Self::Text)
    }

    fn json(self) -> Value {
        match self {
            Self::Text(text) => Value::String(text),
            Self::Number(number) => number.into(),
            Self::Flag(flag) => flag.into(),
            Self::Nothing => Value::Null,
            Self::List(_, items) => Value::Array(items.into_iter().map(Self::json).collect()),
            Self::Group(members) => Value::Object(members.into_iter().map(|(name, node)| (name.to_owned(), node.json())).collect::<Map<_, _>>()),
        }
    }

    fn xml(self, name: &'static str, writer: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
        let text = match self {
            Self::Nothing => return writer.write_event(Event::Empty(BytesStart::new(name))),
            Self::Text(text) => plain(text),
            Self::Number(number) => number.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::List(item, items) => {
                writer.write_event(Event::Start(BytesStart::new(name)))?;
                for node in items {
                    node.xml(item, writer)?;
                }
                return writer.write_event(Event::End(BytesEnd::new(name)));
            }
            Self::Group(members) => {
                writer.write_event(Event::Start(BytesStart::new(name)))?;
                for (name, node) in members {
                    node.xml(name, writer)?;
                }
                return writer.write_event(Event::End(BytesEnd::new(name)));
            }
        };
        writer.write_event(Event::Start(BytesStart::new(name)))?;
        writer.write_event(Event::Text(BytesText::new(&text)))?;
        writer.write_event(Event::End(BytesEnd::new(name)))
    }
}

/// Without the characters that XML 1.0 has no way to write.
fn plain(text: String) -> String {
    let allowed = |c: char| matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && c != '\u{FFFE}' && c != '\u{FFFF}');
    if text.chars().all(allowed) { text } else { text.chars().filter(|c| allowed(*c)).collect() }
}

/// A list of groups of texts as rows, without a head.
fn lines(node: Node) -> Vec<u8> {
    let Node::List(_, items) = node else { return Vec::new() };
    let cell = |node: Node| match node.json() {
        Value::String(text) => format!("\"{}\"", text.replace('"', "\"\"")),
        other => other.to_string(),
    };
    let rows = items.into_iter().map(|item| match item {
        Node::Group(members) => members.into_iter().map(|(_, node)| cell(node)).collect::<Vec<_>>().join(","),
        other => cell(other),
    });
    rows.map(|row| row + "\r\n").collect::<String>().into_bytes()
}

/// The document: its root's name is told in XML only.
pub fn write(root: &'static str, node: Node, format: Format) -> Vec<u8> {
    match format {
        Format::Json => node.json().to_string().into_bytes(),
        Format::Csv => lines(node),
        Format::Xml => {
            let mut writer = Writer::new(Vec::new());
            // Writing to memory fails only where memory is over.
            let _ = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
            let _ = node.xml(root, &mut writer);
            writer.into_inner()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_formats_of_one_answer() {
        let node = || {
            let one = Node::Group(vec![("service_code", Node::Text("a&b <c> ]]> \"d\"\u{1}".into())), ("metadata", Node::Flag(true)), ("group", Node::Nothing)]);
            Node::List("service", vec![one])
        };
        assert_eq!(String::from_utf8(write("services", node(), Format::Json)).unwrap(), r#"[{"group":null,"metadata":true,"service_code":"a&b <c> ]]> \"d\"\u0001"}]"#);
        let xml = String::from_utf8(write("services", node(), Format::Xml)).unwrap();
        assert!(xml.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?><services><service><service_code>a&amp;b &lt;c&gt; ]]&gt; "), "{xml}");
        assert!(xml.ends_with("</service_code><metadata>true</metadata><group/></service></services>"), "{xml}");
        assert!(!xml.contains('\u{1}'), "no character that XML cannot have");
        assert_eq!(
            String::from_utf8(write("services", Node::List("service", Vec::new()), Format::Xml)).unwrap(),
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><services></services>"
        );
    }
}
