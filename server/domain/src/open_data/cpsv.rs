//! Services as CPSV-AP 3.2.0 in JSON-LD, so that catalogues elsewhere can read them without asking what our columns
//! mean. Persyaratan become requirements and types of evidence, prosedur a rule, biaya a cost, produk an output, waktu
//! a duration; the posts that serve become participations of their units, the post being the role.
//!
//! The context stands in the document itself: a reader fetches nothing.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::licence::licence_of;
use super::{ServiceItem, UnitItem};

const LANGUAGE: &str = "http://publications.europa.eu/resource/authority/language/IND";
/// A territorial unit; no prefix of a context can name it, for it ends in a letter.
const TERRITORY: &str = "http://data.europa.eu/88u/dataset/atu-type";
const RUPIAH: &str = "http://publications.europa.eu/resource/authority/currency/IDR";

/// Of which government, and how it and its area are called.
pub(super) struct Place<'a> {
    pub base: &'a str,
    pub government: &'a str,
    pub name: &'a str,
    pub area_code: &'a str,
}

/// Name, class and properties of a node that is not yet written.
type Node = (String, Value, Vec<(&'static str, Value)>);

fn text(value: &str) -> Value {
    json!({ "@value": value, "@language": "id" })
}

/// Indonesian, and English where there is some.
fn texts(indonesian: &str, english: &str) -> Value {
    let mut values = vec![text(indonesian)];
    if !english.is_empty() {
        values.push(json!({ "@value": english, "@language": "en" }));
    }
    Value::Array(values)
}

fn reference(id: &str) -> Value {
    json!({ "@id": id })
}

/// The document and how many services it has.
pub(super) fn document(place: &Place<'_>, units: &[UnitItem], services: &[ServiceItem]) -> (Value, usize) {
    let mut graph = Graph { place, nodes: Vec::new(), areas: BTreeSet::new(), posts: BTreeMap::new(), parts: BTreeSet::new(), events: BTreeSet::new(), laws: BTreeMap::new() };
    let mut organisations = BTreeSet::new();
    for service in services {
        let authority = service.unit.as_deref().unwrap_or("pemerintah");
        organisations.insert(authority);
        organisations.extend(service.posts.iter().map(|p| p.unit.as_str()));
        let contact = units.iter().find(|u| u.slug == authority);
        graph.service(service, authority, contact);
    }
    for unit in units.iter().filter(|u| organisations.contains(u.slug.as_str())) {
        graph.organisation(unit);
    }
    graph.shared();
    // In the graph like everything else: beside `@graph` an id would name the graph, and readers of plain graphs see none.
    let licence = licence_of(place.government).map_or(Value::Null, |l| reference(&l.url));
    graph.add(&graph.data("layanan.jsonld"), "foaf:Document".into(), vec![("dct:license", licence)]);
    let document = json!({
        "@context": {
            "dct": "http://purl.org/dc/terms/", "cv": "http://data.europa.eu/m8g/", "cpsv": "http://purl.org/vocab/cpsv#", "skos": "http://www.w3.org/2004/02/skos/core#",
            "dcat": "http://www.w3.org/ns/dcat#", "foaf": "http://xmlns.com/foaf/0.1/", "org": "http://www.w3.org/ns/org#", "locn": "http://www.w3.org/ns/locn#",
            "time": "http://www.w3.org/2006/time#", "eli": "http://data.europa.eu/eli/ontology#", "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@graph": graph.nodes,
    });
    (document, services.len())
}

struct Graph<'a> {
    place: &'a Place<'a>,
    nodes: Vec<Value>,
    /// Codes of areas that are spoken of.
    areas: BTreeSet<String>,
    /// Posts by address, with their titles.
    posts: BTreeMap<String, String>,
    parts: BTreeSet<String>,
    events: BTreeSet<String>,
    laws: BTreeMap<String, String>,
}

impl Graph<'_> {
    fn page(&self, folder: &str, slug: &str) -> String {
        format!("{}/{}/{folder}/{slug}", self.place.base, self.place.government)
    }

    fn data(&self, file: &str) -> String {
        self.page("data", file)
    }

    fn area(&mut self, code: &str) -> Value {
        self.areas.insert(code.to_owned());
        reference(&self.data(&format!("wilayah#{code}")))
    }

    fn add(&mut self, id: &str, kind: Value, properties: Vec<(&'static str, Value)>) {
        let mut node = Map::new();
        node.insert("@id".into(), id.into());
        node.insert("@type".into(), kind);
        for (name, value) in properties.into_iter().filter(|(_, value)| !value.is_null() && value.as_array().is_none_or(|a| !a.is_empty())) {
            node.insert(name.into(), value);
        }
        self.nodes.push(Value::Object(node));
    }

    fn service(&mut self, s: &ServiceItem, authority: &str, contact: Option<&UnitItem>) {
        let id = self.page("layanan", &s.slug);
        let own = |name: &str| format!("{id}#{name}");
        let key = |name: &str| format!("{}/{}/{name}", self.place.government, s.slug);
        let title = if s.name.is_empty() { &s.short_name } else { &s.name };
        let summary = if s.summary.is_empty() { &s.short_name } else { &s.summary };
        let unit = self.page("unit", authority);
        let mut properties = vec![
            ("dct:identifier", Value::from(format!("{}/{}", self.place.government, s.slug))),
            ("dct:title", texts(title, &s.name_en)),
            ("dct:description", text(summary)),
            ("dcat:keyword", s.keywords.split_whitespace().collect::<BTreeSet<_>>().into_iter().map(text).collect()),
            ("dct:language", reference(LANGUAGE)),
            ("cv:hasCompetentAuthority", reference(&unit)),
            ("foaf:page", reference(&id)),
        ];
        let mut nodes: Vec<Node> = Vec::new();
        if let Some(days) = s.completion_working_days {
            properties.push(("cv:processingTime", json!({ "@type": "xsd:duration", "@value": format!("P{days}D") })));
        }
        let numbered = |name: &str, n: usize| (own(&format!("{name}-{}", n + 1)), key(&format!("{name}-{}", n + 1)));
        let (mut requirements, mut evidence) = (Vec::new(), Vec::new());
        for (n, line) in s.requirements.iter().enumerate() {
            let (requirement, identifier) = numbered("persyaratan", n);
            requirements.push(reference(&requirement));
            nodes.push((requirement, "cv:Requirement".into(), vec![("dct:identifier", identifier.into()), ("dct:title", text(line))]));
            let (kind, identifier) = numbered("bukti", n);
            let concept = format!("{kind}-jenis");
            evidence.push(reference(&kind));
            nodes.push((kind, "cv:EvidenceType".into(), vec![("dct:identifier", identifier.into()), ("cv:evidenceTypeClassification", reference(&concept))]));
            nodes.push((concept, "skos:Concept".into(), vec![("skos:prefLabel", text(line))]));
        }
        properties.push(("cv:holdsRequirement", requirements.into()));
        properties.push(("cv:hasInputType", evidence.into()));
        if !s.fee.is_empty() || s.fee_rupiah.is_some() {
            let cost = vec![
                ("dct:identifier", key("biaya").into()),
                ("dct:description", if s.fee.is_empty() { Value::Null } else { text(&s.fee) }),
                ("cv:hasValue", s.fee_rupiah.map_or(Value::Null, |rupiah| json!({ "@type": "xsd:double", "@value": format!("{rupiah}.0") }))),
                ("cv:currency", reference(RUPIAH)),
                ("cv:isDefinedBy", reference(&unit)),
            ];
            properties.push(("cv:hasCost", reference(&own("biaya"))));
            nodes.push((own("biaya"), "cv:Cost".into(), cost));
        }
        if !s.product.is_empty() {
            properties.push(("cpsv:produces", reference(&own("produk"))));
            nodes.push((own("produk"), "cv:Output".into(), vec![("dct:identifier", key("produk").into()), ("dct:title", text(&s.product))]));
        }
        let laws: Vec<Value> = s.legal_basis.iter().map(|law| self.law(law)).collect();
        if !s.procedure.is_empty() {
            let rule = vec![
                ("dct:identifier", key("prosedur").into()),
                ("dct:title", text(title)),
                ("dct:description", text(&s.procedure.join("\n"))),
                ("cpsv:implements", laws.clone().into()),
            ];
            properties.push(("cpsv:follows", reference(&own("prosedur"))));
            nodes.push((own("prosedur"), "cpsv:Rule".into(), rule));
        }
        properties.push(("cv:hasLegalResource", laws.into()));
        // Where to ask and complain: the unit's contact, and the page on which everyone can write.
        let hours = contact.map(|u| u.hours.as_str()).filter(|h| !h.is_empty());
        let form = format!("{}/{}/lapor?tentang=layanan:{}", self.place.base, self.place.government, s.slug);
        let said = |value: Option<&String>| value.filter(|v| !v.is_empty()).map_or(Value::Null, |v| v.as_str().into());
        let about = vec![
            ("cv:telephone", said(contact.map(|u| &u.phone))),
            ("cv:email", said(contact.map(|u| &u.email))),
            ("cv:contactPage", reference(&form)),
            ("cv:openingHours", hours.map_or(Value::Null, |_| reference(&own("jam")))),
            ("dct:description", if s.complaint_handling.is_empty() { Value::Null } else { text(&s.complaint_handling) }),
        ];
        properties.push(("cv:contactPoint", reference(&own("kontak"))));
        nodes.push((own("kontak"), "cv:ContactPoint".into(), about));
        nodes.push((form, "foaf:Document".into(), Vec::new()));
        nodes.push((
            id.clone() + "#kanal",
            "cv:Channel".into(),
            vec![("dct:identifier", key("kanal").into()), ("cv:ownedBy", reference(&unit)), ("cv:openingHours", hours.map_or(Value::Null, |_| reference(&own("jam"))))],
        ));
        properties.push(("cv:hasChannel", reference(&own("kanal"))));
        if let Some(hours) = hours {
            nodes.push((own("jam"), "time:TemporalEntity".into(), vec![("dct:description", text(hours))]));
        }
        self.events.insert(s.life_event.clone());
        properties.push(("cv:isGroupedBy", reference(&self.data(&format!("peristiwa#{}", s.life_event)))));
        let mut participations = Vec::new();
        for part in &s.posts {
            let participation = own(&format!("peran-{}", part.position));
            let post = self.page("jabatan", &part.position);
            participations.push(reference(&participation));
            let roles = json!([reference(&post), reference(&self.data(&format!("peran#{}", part.part)))]);
            nodes.push((
                participation,
                "cv:Participation".into(),
                vec![
                    ("dct:identifier", key(&format!("peran-{}", part.position)).into()),
                    ("dct:description", text(&part.title)),
                    ("cv:role", roles),
                    ("cv:hasParticipant", reference(&self.page("unit", &part.unit))),
                ],
            ));
            self.posts.insert(post, part.title.clone());
            self.parts.insert(part.part.clone());
        }
        properties.push(("cv:hasParticipation", participations.into()));
        let area = contact.and_then(|u| u.area_code.clone()).unwrap_or_else(|| self.place.area_code.to_owned());
        properties.push(("dct:spatial", self.area(&area)));
        self.add(&id, "cpsv:PublicService".into(), properties);
        for (id, kind, properties) in nodes {
            self.add(&id, kind, properties);
        }
    }

    fn law(&mut self, law: &str) -> Value {
        let next = self.laws.len() + 1;
        let id = match self.laws.get(law) {
            Some(id) => id.clone(),
            None => {
                let id = self.data(&format!("dasar-hukum#{next}"));
                self.laws.insert(law.to_owned(), id.clone());
                id
            }
        };
        reference(&id)
    }

    /// A unit: an organisation that has authority, and an agent that takes part.
    fn organisation(&mut self, unit: &UnitItem) {
        let id = self.page("unit", &unit.slug);
        let area = unit.area_code.clone().unwrap_or_else(|| self.place.area_code.to_owned());
        let area = self.area(&area);
        let address = format!("{id}#alamat");
        let properties = vec![
            ("dct:identifier", Value::from(format!("{}/{}", self.place.government, unit.slug))),
            ("dct:title", texts(&unit.name, &unit.name_en)),
            ("skos:prefLabel", texts(&unit.name, &unit.name_en)),
            ("dct:spatial", area),
            ("locn:address", if unit.address.is_empty() { Value::Null } else { reference(&address) }),
            ("foaf:page", reference(&id)),
        ];
        self.add(&id, json!(["cv:PublicOrganisation", "org:Organization", "foaf:Agent"]), properties);
        if !unit.address.is_empty() {
            self.add(&address, "locn:Address".into(), vec![("locn:fullAddress", text(&unit.address))]);
        }
    }

    /// What several services speak of, each once.
    fn shared(&mut self) {
        self.add(LANGUAGE, "dct:LinguisticSystem".into(), Vec::new());
        self.add(RUPIAH, "skos:Concept".into(), vec![("skos:notation", "IDR".into())]);
        for code in std::mem::take(&mut self.areas) {
            let name = if code == self.place.area_code { text(self.place.name) } else { Value::Null };
            self.add(&self.data(&format!("wilayah#{code}")), json!(["dct:Location", TERRITORY]), vec![("dct:identifier", code.as_str().into()), ("skos:prefLabel", name)]);
        }
        for (id, title) in std::mem::take(&mut self.posts) {
            self.add(&id, "skos:Concept".into(), vec![("skos:prefLabel", text(&title))]);
        }
        // The words of the vocabulary as they stand in rows and addresses.
        for part in std::mem::take(&mut self.parts) {
            self.add(&self.data(&format!("peran#{part}")), "skos:Concept".into(), vec![("skos:prefLabel", json!({ "@value": part, "@language": "en" }))]);
        }
        for event in std::mem::take(&mut self.events) {
            let properties = vec![("dct:identifier", Value::from(event.as_str())), ("dct:title", text(&event))];
            self.add(&self.data(&format!("peristiwa#{event}")), json!(["cv:Event", "cv:LifeEvent"]), properties);
        }
        for (law, id) in std::mem::take(&mut self.laws) {
            self.add(&id, "eli:LegalResource".into(), vec![("dct:title", text(&law))]);
        }
    }
}
