//! What a public page looks like when its address is shared in a chat: a title, a description, a picture. The picture's
//! address has no token and no name of a person, and the version of what it says: when that changes, it is another
//! address. Pages that belong to somebody have none of it.

mod draw;
pub mod picture;

use domain::directory::Government;
use domain::directory::announcements::Announcement;
use domain::directory::positions::Position;
use domain::directory::services::Service;
use domain::directory::units::Unit;
use domain::feedback::PublicCase;
use domain::forum::Topic;
use domain::secrets::{hex, sha256};

use crate::words::Words;

/// Raised when pictures are drawn otherwise, so that chats fetch them anew.
const DESIGN: &[u8] = b"1";

/// Pages that list something, by the last part of their address, with their title.
const LISTS: &[(&str, &str)] = &[
    ("unit", "units-title"),
    ("jabatan", "positions-title"),
    ("layanan", "services-title"),
    ("pengumuman", "announcements-title"),
    ("laporan", "cases-title"),
    ("forum", "forum-title"),
    ("data", "data-title"),
];

/// How large the picture is, in dots; what chats and social networks ask for.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

/// What the picture says. In Indonesian, for an address that is shared has no language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The page's one address, without host and query.
    pub path: String,
    kind: &'static str,
    key: String,
    gov: String,
    above: String,
    title: String,
    below: String,
}

fn words() -> &'static Words {
    Words::of("id")
}

impl Card {
    fn of(government: &Government, kind: &'static str, key: &str, path: String, above: &str, title: String) -> Self {
        let below = government.name_id.clone();
        Self { path, kind, key: key.to_owned(), gov: government.slug.clone(), above: words().t(above), title, below }
    }

    pub fn front(government: &Government) -> Self {
        let title = words().with("front-heading", &[("government", &government.short_name)]);
        Self::of(government, "depan", "-", format!("/{}", government.slug), "picture-front", title)
    }

    pub fn performance(government: &Government) -> Self {
        Self::of(government, "kinerja", "-", format!("/{}/kinerja", government.slug), "picture-performance", words().t("performance-title"))
    }

    /// A page that lists something; none for an address that is no such page.
    pub fn list(government: &Government, list: &str) -> Option<Self> {
        let (part, title) = LISTS.iter().find(|(part, _)| *part == list)?;
        Some(Self::of(government, "daftar", part, format!("/{}/{part}", government.slug), "picture-list", words().t(title)))
    }

    /// The quarters of one unit.
    pub fn unit_performance(government: &Government, slug: &str, name: &str) -> Self {
        Self::of(government, "kinerja", slug, format!("/{}/kinerja/{slug}", government.slug), "picture-performance", name.to_owned())
    }

    /// None of what was withdrawn.
    pub fn announcement(government: &Government, announcement: &Announcement) -> Option<Self> {
        let slug = &announcement.slug;
        let path = format!("/{}/pengumuman/{slug}", government.slug);
        announcement.withdrawn_at.is_none().then(|| Self::of(government, "pengumuman", slug, path, "picture-announcement", announcement.title.clone()))
    }

    pub fn unit(government: &Government, unit: &Unit) -> Self {
        Self::of(government, "unit", &unit.slug, format!("/{}/unit/{}", government.slug, unit.slug), "picture-unit", unit.name.clone())
    }

    /// A post and never who holds it.
    pub fn position(government: &Government, post: &Position) -> Self {
        let card = Self::of(government, "jabatan", &post.slug, format!("/{}/jabatan/{}", government.slug, post.slug), "picture-position", post.title.clone());
        Self { above: format!("{} · {}", card.above, post.unit_name), ..card }
    }

    pub fn service(government: &Government, service: &Service) -> Self {
        let card = Self::of(government, "layanan", &service.slug, format!("/{}/layanan/{}", government.slug, service.slug), "picture-service", service.short_name.clone());
        let above = service.unit_name.as_ref().map_or_else(|| card.above.clone(), |unit| format!("{} · {unit}", card.above));
        Self { above, ..card }
    }

    pub fn case(government: &Government, case: &PublicCase) -> Self {
        let card = Self::of(government, "laporan", &case.reference, format!("/{}/laporan/{}", government.slug, case.reference), "picture-case", case.title.clone());
        Self { above: format!("{} · {}", card.above, case.reference), ..card }
    }

    /// None of a topic that is hidden: its words are not on its page either.
    pub fn topic(government: &Government, topic: &Topic) -> Option<Self> {
        let path = format!("/{}/forum/topik/{}", government.slug, topic.code);
        topic.hidden_reason.is_none().then(|| Self::of(government, "forum", &topic.code, path, "picture-topic", topic.title.clone()))
    }

    /// Of what it says and how it is drawn.
    pub fn version(&self) -> String {
        hex(&sha256(&[DESIGN, self.above.as_bytes(), self.title.as_bytes(), self.below.as_bytes()])[..8])
    }

    /// The address of the picture, without host.
    pub fn picture(&self) -> String {
        format!("/{}/kartu/{}/{}/{}.png", self.gov, self.kind, self.key, self.version())
    }

    /// What the picture says, for who does not see it.
    pub fn says(&self) -> String {
        format!("{}: {}. {}", self.above, self.title, self.below)
    }
}
