//! The publication gate: which column of which table may leave, and down to which tier the holders of posts are named.
//!
//! Both are data. `publication_matrix.csv` says what kinds of facts are public and on what ground;
//! `publication_columns.csv` gives every column of every table its kind and class. What neither names is closed. Every
//! public reading function of this capability lets its rows through here, so that no page, export, feed or search can
//! forget to; `server/tests/pages/canary.rs` holds that with a marked value in every column. To publish a new column,
//! give it its row, and where it may be closed later, its place in [`Columns`].

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use vocabulary::directory::PositionType;

use crate::db::Linked;
use crate::error::{Error, Result};
use crate::rules;

const MATRIX: &str = include_str!("../../../data/reference/publication_matrix.csv");
const COLUMNS: &str = include_str!("../../../data/reference/publication_columns.csv");
const RULES: &str = include_str!("../../../data/reference/rules.csv");

/// The rule that says down to which tier holders are named: its place in the order of [`PositionType`], 0 for nobody.
pub const NAMED_DOWN_TO: &str = "directory.named_down_to";

/// Who may read a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Public,
    /// Public of posts at or above the tier; of others not at all.
    NamedTier,
    Internal,
    Never,
    /// Ids and keys: leave only as opaque ids, if at all.
    Technical,
}

impl Class {
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "public" => Self::Public,
            "named_tier" => Self::NamedTier,
            "internal" => Self::Internal,
            "never" => Self::Never,
            "technical" => Self::Technical,
            _ => return None,
        })
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::NamedTier => "named_tier",
            Self::Internal => "internal",
            Self::Never => "never",
            Self::Technical => "technical",
        }
    }
}

/// Without these there is no directory to publish: links, headings and addresses are made of them.
const REQUIRED: &[&str] = &[
    "government.slug",
    "government.name_id",
    "government.short_name",
    "unit.slug",
    "unit.name",
    "unit.kind",
    "position.slug",
    "position.title",
    "position.type",
    "service.slug",
    "service.short_name",
    "service.life_event",
];

macro_rules! columns {
    ($($field:ident = $name:literal),+ $(,)?) => {
        /// A yes or no for each column that may be closed, looked up once and not for every row.
        #[derive(Debug, Clone, Copy, Default)]
        pub struct Columns { $(pub $field: bool),+ }

        impl Columns {
            /// Everything: for those who keep the directory, who see all of it.
            const EVERY: Self = Self { $($field: true),+ };

            /// The names of these columns, `table.column`.
            pub const NAMES: &'static [&'static str] = &[$($name),+];

            fn of(classes: &HashMap<String, Class>) -> Self {
                // A column of a tier is open here; whose row it is decides the rest.
                let open = |name: &str| matches!(classes.get(name), Some(Class::Public | Class::NamedTier));
                Self { $($field: open($name)),+ }
            }
        }
    };
}

columns! {
    unit_name_en = "unit.name_en",
    unit_area_code = "unit.area_code",
    unit_about = "unit.about",
    unit_address = "unit.address",
    unit_phone = "unit.phone",
    unit_email = "unit.email",
    unit_hours = "unit.hours",
    unit_serves = "unit.serves",
    position_job_class = "position.job_class",
    position_summary = "position.summary",
    position_outputs = "position.outputs",
    position_authority = "position.authority",
    position_relations = "position.relations",
    position_qualification = "position.qualification",
    position_competencies = "position.competencies",
    duty_text = "duty.text",
    duty_legal_basis = "duty.legal_basis",
    person_name = "person.name",
    tenure_decree = "tenure.decree",
    service_name = "service.name",
    service_name_en = "service.name_en",
    service_summary = "service.summary",
    service_keywords = "service.keywords",
    standard_decree = "service_standard.decree",
    standard_requirements = "service_standard.requirements",
    standard_procedure = "service_standard.procedure",
    standard_completion_time = "service_standard.completion_time",
    standard_completion_working_days = "service_standard.completion_working_days",
    standard_fee = "service_standard.fee",
    standard_fee_rupiah = "service_standard.fee_rupiah",
    standard_product = "service_standard.product",
    standard_complaint_handling = "service_standard.complaint_handling",
    standard_legal_basis = "service_standard.legal_basis",
    standard_facilities = "service_standard.facilities",
    standard_officer_competence = "service_standard.officer_competence",
    standard_internal_supervision = "service_standard.internal_supervision",
    standard_number_of_officers = "service_standard.number_of_officers",
    standard_service_guarantee = "service_standard.service_guarantee",
    standard_safety_guarantee = "service_standard.safety_guarantee",
    standard_performance_evaluation = "service_standard.performance_evaluation",
}

#[derive(Debug, Default)]
pub struct Gate {
    classes: HashMap<String, Class>,
    /// The columns that may be closed, resolved.
    pub open: Columns,
    named_down_to: AtomicUsize,
}

/// See [`Gate::inside`].
static INSIDE: std::sync::LazyLock<Gate> =
    std::sync::LazyLock::new(|| Gate { classes: HashMap::from([("person.name".to_owned(), Class::Public)]), open: Columns::EVERY, named_down_to: AtomicUsize::new(usize::MAX) });

impl Gate {
    /// No gate: for the desks of those who keep the directory and for the portal's own work. Never for what leaves.
    pub fn inside() -> &'static Self {
        &INSIDE
    }

    /// The gate of the data that ship with the program. Data that contradict themselves close everything: a test of
    /// this file keeps that from happening.
    pub fn standard() -> Self {
        Self::read(MATRIX, COLUMNS, RULES).unwrap_or_else(|error| {
            tracing::error!(%error, "the publication gate cannot be read; nothing is published");
            Self::default()
        })
    }

    /// Reads the matrix, the columns, and the newest tier of the rules.
    ///
    /// # Errors
    /// [`Error::Configuration`] for an unknown class or kind, for a column more open than its kind of facts, and for a
    /// closed column without which there is no directory.
    pub fn read(matrix: &str, columns: &str, rules: &str) -> Result<Self> {
        let wrong = |what: String| Error::Configuration(format!("publication gate: {what}"));
        let kinds: HashMap<String, String> = records(matrix)?.into_iter().map(|row| (row["key"].clone(), row["class"].clone())).collect();
        let mut classes = HashMap::new();
        for row in records(columns)? {
            let name = format!("{}.{}", row["table"], row["column"]);
            let class = Class::parse(&row["class"]).ok_or_else(|| wrong(format!("{name} has the unknown class {:?}", row["class"])))?;
            let kind = kinds.get(&row["matrix_key"]).ok_or_else(|| wrong(format!("{name} has the unknown kind {:?}", row["matrix_key"])))?;
            let may_leave = kind.starts_with("public") || kind.contains("opt-in");
            if matches!(class, Class::Public | Class::NamedTier) && !may_leave {
                return Err(wrong(format!("{name} is {} though its kind of facts is {kind:?}", class.as_str())));
            }
            if classes.insert(name.clone(), class).is_some() {
                return Err(wrong(format!("{name} is there twice")));
            }
        }
        if let Some(name) = REQUIRED.iter().find(|name| classes.get(**name) != Some(&Class::Public)) {
            return Err(wrong(format!("{name} is not public; without it there is no directory")));
        }
        let mut tiers: Vec<(String, i64)> =
            records(rules)?.into_iter().filter(|row| row["key"] == NAMED_DOWN_TO).map(|row| (row["valid_from"].clone(), row["value"].parse().unwrap_or(0))).collect();
        tiers.sort();
        let gate = Self { open: Columns::of(&classes), classes, named_down_to: AtomicUsize::new(0) };
        gate.name_down_to(tiers.last().map_or(0, |(_, tier)| *tier));
        Ok(gate)
    }

    /// Takes up the tier that is in force on a day, after rules were imported or a day has begun. Without such a rule
    /// in the database the tier stays as it is.
    ///
    /// # Errors
    /// The database's.
    pub async fn refresh(&self, linked: &mut impl Linked, day: &str) -> Result<()> {
        if let Some(rule) = rules::maybe_in_force(linked, NAMED_DOWN_TO, day).await? {
            self.name_down_to(rule.value);
        }
        Ok(())
    }

    fn name_down_to(&self, tier: i64) {
        self.named_down_to.store(usize::try_from(tier).unwrap_or(0), Ordering::Relaxed);
    }

    /// The class of `table.column`; what is not classified is not public.
    pub fn class(&self, column: &str) -> Option<Class> {
        self.classes.get(column).copied()
    }

    /// Every classified column.
    pub fn columns(&self) -> impl Iterator<Item = (&str, Class)> {
        self.classes.iter().map(|(name, class)| (name.as_str(), *class))
    }

    pub fn is_public(&self, column: &str) -> bool {
        self.class(column) == Some(Class::Public)
    }

    /// The text where its column is public, else nothing.
    pub fn text(&self, column: &str, text: String) -> String {
        if self.is_public(column) { text } else { String::new() }
    }

    /// The value where its column is public, else none.
    pub fn option<T>(&self, column: &str, value: Option<T>) -> Option<T> {
        value.filter(|_| self.is_public(column))
    }

    /// Whether holders of posts of this type are named; of others only how many there are.
    pub fn names_holder(&self, kind: PositionType) -> bool {
        match self.class("person.name") {
            Some(Class::Public) => true,
            Some(Class::NamedTier) => tier(kind) <= self.named_down_to.load(Ordering::Relaxed),
            _ => false,
        }
    }

    /// The types whose holders are named, as queries ask for them: `$n like '%,' || type || ',%'`.
    pub fn named_types(&self) -> String {
        let mut types = String::from(",");
        for kind in PositionType::ALL.iter().filter(|kind| self.names_holder(**kind)) {
            types.push_str(kind.as_str());
            types.push(',');
        }
        types
    }

    /// The same gate with one column of another class.
    #[cfg(any(test, feature = "testing"))]
    pub fn with(&self, column: &str, class: Class) -> Self {
        let mut classes = self.classes.clone();
        classes.insert(column.to_owned(), class);
        Self { open: Columns::of(&classes), classes, named_down_to: AtomicUsize::new(self.named_down_to.load(Ordering::Relaxed)) }
    }
}

/// Empties a text whose column is closed.
pub(crate) fn shut(open: bool, text: &mut String) {
    if !open {
        text.clear();
    }
}

/// The place of a type in the order of tiers, the highest being 1.
fn tier(kind: PositionType) -> usize {
    PositionType::ALL.iter().position(|k| *k == kind).map_or(usize::MAX, |place| place + 1)
}

fn records(text: &str) -> Result<Vec<HashMap<String, String>>> {
    csv::Reader::from_reader(text.as_bytes()).deserialize().collect::<Result<_, csv::Error>>().map_err(|e| Error::Configuration(format!("publication gate: {e}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MATRIX_HEAD: &str = "key,field,class,reason,basis,status\n";

    #[test]
    fn the_shipped_data_agree_with_themselves() {
        let gate = Gate::read(MATRIX, COLUMNS, RULES).unwrap();
        for name in Columns::NAMES {
            assert!(matches!(gate.class(name), Some(Class::Public | Class::NamedTier)), "{name}");
        }
        assert!(gate.is_public("unit.phone") && !gate.is_public("person.employee_number") && !gate.is_public("no.such"));
        assert_eq!(gate.text("service_standard.provenance", "seen".into()), "");
        assert_eq!(gate.option("position.job_class", Some(9)), Some(9));
    }

    #[test]
    fn managerial_posts_are_named_and_others_counted() {
        let gate = Gate::standard();
        let named: Vec<_> = PositionType::ALL.iter().filter(|k| gate.names_holder(**k)).map(|k| k.as_str()).collect();
        assert_eq!(named, ["jpt_pratama", "administrator", "pengawas"]);
        assert_eq!(gate.named_types(), ",jpt_pratama,administrator,pengawas,");
        gate.name_down_to(1);
        assert_eq!(gate.named_types(), ",jpt_pratama,");
        gate.name_down_to(-3);
        assert_eq!(gate.named_types(), ",", "nonsense names nobody");
        assert!(!gate.with("person.name", Class::Internal).names_holder(PositionType::SeniorExecutive));
    }

    #[test]
    fn data_that_would_publish_too_much_are_refused() {
        let matrix = format!("{MATRIX_HEAD}office,Office,public,,,\nsecret,Secret,never public,,,\n");
        let open: String = REQUIRED.iter().map(|name| name.replace('.', ",") + ",office,public\n").collect();
        let columns = |more: &str| format!("table,column,matrix_key,class\n{open}{more}");
        assert!(Gate::read(&matrix, &columns(""), RULES).is_ok());
        for (more, why) in [
            ("person,number,secret,public\n", "a public column of what is never public"),
            ("person,number,secret,named_tier\n", "the same by tier"),
            ("person,number,office,open\n", "an unknown class"),
            ("person,number,elsewhere,never\n", "an unknown kind"),
            ("unit,slug,office,public\n", "the same column twice"),
        ] {
            assert!(Gate::read(&matrix, &columns(more), RULES).is_err(), "{why}");
        }
        assert!(Gate::read(&matrix, &columns("").replace("unit,name,office,public", "unit,name,office,internal"), RULES).is_err(), "a directory without names");
    }
}
