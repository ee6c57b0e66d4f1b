//! Invented firms and people. No firm is meant; telephone numbers begin with 100, a code that no Polish
//! operator has, and addresses end in `.example`, which no one can register.

use super::chance::Chance;

/// Who asks for an offer.
#[derive(Debug, Clone)]
pub struct Customer {
    pub firm: String,
    pub person: String,
    pub phone: String,
    pub email: String,
}

/// The words that customers' names are made of.
pub struct Names {
    /// First names of women, then of men.
    pub first: [&'static [&'static str]; 2],
    /// Family names in the form of women, then of men.
    pub family: [&'static [&'static str]; 2],
    /// What firms are called.
    pub firm: &'static [&'static str],
    /// What they do.
    pub trade: &'static [&'static str],
    /// Legal forms, as often as they are listed.
    pub form: &'static [&'static str],
}

/// Polish firms.
pub const POLISH: Names = Names {
    first: [
        &[
            "Agnieszka",
            "Barbara",
            "Elżbieta",
            "Joanna",
            "Katarzyna",
            "Łucja",
            "Małgorzata",
            "Monika",
            "Renata",
            "Zofia",
            "Żaneta",
        ],
        &["Adam", "Dariusz", "Grzegorz", "Jakub", "Krzysztof", "Łukasz", "Marek", "Paweł", "Sławomir"],
    ],
    family: [
        &[
            "Barańska",
            "Cieślak",
            "Dąbrowicz",
            "Gołębska",
            "Jabłonowska",
            "Kędziora",
            "Łasica",
            "Mierzwa",
            "Niedzielak",
            "Ościsławska",
            "Piórkowska",
            "Różycka",
            "Sroka",
            "Świerczek",
            "Tyszko",
            "Wąsik",
            "Zięba",
            "Żurawiecka",
        ],
        &[
            "Barański",
            "Cieślak",
            "Dąbrowicz",
            "Gołębski",
            "Jabłonowski",
            "Kędziora",
            "Łasica",
            "Mierzwa",
            "Niedzielak",
            "Ościsławski",
            "Piórkowski",
            "Różycki",
            "Sroka",
            "Świerczek",
            "Tyszko",
            "Wąsik",
            "Zięba",
            "Żurawiecki",
        ],
    ],
    firm: &[
        "Kwelmar",
        "Tarvel",
        "Zubrzan",
        "Ostrzelin",
        "Brzozal",
        "Drumeko",
        "Lipnorex",
        "Grabiszan",
        "Wydrzyn",
        "Olszan",
        "Korvita",
        "Mirabor",
        "Nadwisz",
        "Pelmon",
        "Rudlin",
        "Sowarzyn",
        "Trzmielak",
        "Uldena",
        "Wilgar",
        "Żwirlin",
        "Ćmielbud",
        "Jaskiera",
        "Hebanko",
        "Dębolin",
    ],
    trade: &[
        "Logistyka",
        "Opakowania",
        "Meble",
        "Stal",
        "Drewno",
        "Tworzywa",
        "Magazyny",
        "Chłodnie",
        "Druk",
        "Automatyka",
        "Transport",
        "Piekarnie",
        "Tekstylia",
        "Odlewnia",
        "Agro",
        "Szkło",
        "Części",
        "Kosmetyki",
    ],
    form: &[" Sp. z o.o.", " Sp. z o.o.", " Sp. z o.o.", " S.A.", " s.c.", " sp.j.", "", ""],
};

const AMERICAN_FAMILIES: &[&str] = &[
    "Abernathy",
    "Brightwell",
    "Castellan",
    "Dunmore",
    "Eastbrook",
    "Fairbank",
    "Greaves",
    "Hollowell",
    "Ivers",
    "Kestrel",
    "Lockhart",
    "Merriday",
];

/// American firms.
pub const AMERICAN: Names = Names {
    first: [
        &["Alice", "Carla", "Elena", "Grace", "Irene", "Karen", "Megan"],
        &["Brandon", "Derek", "Frank", "Hector", "Jamal", "Louis", "Nathan"],
    ],
    family: [AMERICAN_FAMILIES; 2],
    firm: &[
        "Tolvane",
        "Brackmere",
        "Ostrel",
        "Wendova",
        "Quillmark",
        "Harrowgate",
        "Pinecrest",
        "Larkfield",
        "Moorvale",
        "Stonewick",
        "Umberly",
        "Vantrel",
        "Redhollow",
        "Cindral",
    ],
    trade: &[
        "Logistics",
        "Packaging",
        "Foods",
        "Plastics",
        "Cold Storage",
        "Print",
        "Textiles",
        "Hardware",
        "Dental",
        "Schools",
        "Hotels",
        "Motors",
    ],
    form: &[" Inc.", " LLC", " Co.", "", ""],
};

impl Names {
    /// So many customers, no firm twice.
    pub fn customers(&self, count: usize, chance: &mut Chance) -> Vec<Customer> {
        let mut firms: Vec<(&str, &str)> =
            self.firm.iter().flat_map(|firm| self.trade.iter().map(|trade| (*firm, *trade))).collect();
        assert!(count <= firms.len(), "there are words for {} firms", firms.len());
        chance.shuffle(&mut firms);
        firms.truncate(count);
        firms.into_iter().map(|(firm, trade)| self.customer(firm, trade, chance)).collect()
    }

    fn customer(&self, firm: &str, trade: &str, chance: &mut Chance) -> Customer {
        let gender = chance.below(2);
        let first = chance.pick(self.first[gender]);
        let family = chance.pick(self.family[gender]);
        let form = chance.pick(self.form);
        Customer {
            firm: format!("{firm} {trade}{form}"),
            person: format!("{first} {family}"),
            phone: format!("100 {:03} {:03}", chance.below(1000), chance.below(1000)),
            email: in_ascii(&format!("{}.{family}@{firm}-{trade}.example", &first[..first_letter(first)])),
        }
    }
}

fn first_letter(name: &str) -> usize {
    name.chars().next().map_or(0, char::len_utf8)
}

/// Small letters without Polish marks and blanks, as they stand in an address.
fn in_ascii(text: &str) -> String {
    const PLAIN: [(char, char); 10] = [
        ('ą', 'a'),
        ('ć', 'c'),
        ('ę', 'e'),
        ('ł', 'l'),
        ('ń', 'n'),
        ('ó', 'o'),
        ('ś', 's'),
        ('ź', 'z'),
        ('ż', 'z'),
        (' ', '-'),
    ];
    let plain = |letter| PLAIN.iter().find(|(marked, _)| *marked == letter).map_or(letter, |(_, plain)| *plain);
    text.to_lowercase().chars().map(plain).collect()
}
