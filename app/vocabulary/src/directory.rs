//! Who does what.

use crate::words::words;

words! {
    UnitKind {
        Government = "pemerintah", Secretariat = "sekretariat", Inspectorate = "inspektorat", Board = "badan",
        Department = "dinas", TechnicalUnit = "upt", Force = "satuan", District = "kecamatan",
        UrbanVillage = "kelurahan", Village = "desa",
    }
}

words! {
    /// UU 20/2023: managerial (JPT, administrator, pengawas) and non-managerial (fungsional, pelaksana).
    PositionType {
        SeniorExecutive = "jpt_pratama", Administrator = "administrator", Supervisor = "pengawas",
        Functional = "fungsional", Staff = "pelaksana",
    }
}

words! {
    TenureKind {
        Definitive = "definitive",
        /// Pelaksana tugas (Plt): the post is vacant.
        Acting = "acting",
        /// Pelaksana harian (Plh): the holder is away for a while.
        Daily = "daily",
    }
}

words! {
    /// What a post does in a service.
    ServicePart { Responsible = "responsible", Performs = "performs", Decides = "decides" }
}

words! {
    /// "Saya mau mengurus …": the occasions that bring people to an office.
    LifeEvent {
        Birth = "lahir", Documents = "dokumen", Moving = "pindah", Business = "usaha", Health = "berobat",
        School = "sekolah", House = "rumah", Vehicle = "kendaraan", Work = "kerja", Aid = "bantuan", Surroundings = "lingkungan",
    }
}

impl PositionType {
    /// Led by one person at a time (UU 20/2023: managerial posts).
    pub const fn is_managerial(self) -> bool {
        matches!(self, Self::SeniorExecutive | Self::Administrator | Self::Supervisor)
    }
}

words! {
    /// What of the directory a change is about.
    SubjectKind { Unit = "unit", Position = "jabatan", Service = "layanan", Standard = "standar", Tenure = "pejabat" }
}

words! {
    ChangeAction { Add = "tambah", Alter = "ubah", End = "akhiri" }
}

words! {
    ChangeStatus {
        /// Waits for a second pair of eyes.
        Proposed = "diusulkan",
        Published = "terbit",
        Refused = "ditolak",
    }
}

words! {
    /// The eight managerial competencies and the sociocultural one (PermenPANRB 38/2017).
    Competency {
        Integrity = "integritas", Cooperation = "kerja_sama", Communication = "komunikasi", ResultOrientation = "orientasi_hasil",
        PublicService = "pelayanan_publik", DevelopingOthers = "pengembangan_diri", ManagingChange = "mengelola_perubahan",
        DecisionMaking = "pengambilan_keputusan", NationalUnity = "perekat_bangsa",
    }
}

/// The highest level of a competency.
pub const COMPETENCY_MOST: i64 = 5;
words! {
    /// What a search finds.
    EntryKind {
        Service = "service",
        /// A service of another office (passport, land title), with the way there.
        Redirect = "redirect",
        Unit = "unit", Position = "position",
    }
}
