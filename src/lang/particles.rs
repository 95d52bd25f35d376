//! Korean particles (조사), two forms each: which one follows depends on how the word before it ends.
//!
//! Prefer a sentence without them: a noun of ours after the variable (`{name} 저장소를`), a colon before it, or a particle
//! that has one form (에, 에서, 의, 까지). Only text that may be Hangul or a number, such as the name of a contest, needs this.

/// A particle: after a consonant / after a vowel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Particle {
    /// The subject: 이/가.
    Subject,
    /// The object: 을/를.
    Object,
    /// The topic: 은/는.
    Topic,
    /// And, with: 과/와.
    With,
    /// To, by: 으로/로, and 로 after ㄹ.
    By,
}

impl Particle {
    fn forms(self) -> [&'static str; 2] {
        match self {
            Self::Subject => ["이", "가"],
            Self::Object => ["을", "를"],
            Self::Topic => ["은", "는"],
            Self::With => ["과", "와"],
            Self::By => ["으로", "로"],
        }
    }

    /// Both, where the word's reading can't be told, the one after a consonant first.
    fn both(self) -> &'static str {
        match self {
            Self::Subject => "이(가)",
            Self::Object => "을(를)",
            Self::Topic => "은(는)",
            Self::With => "과(와)",
            Self::By => "(으)로",
        }
    }
}

/// How a word ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    Vowel,
    Rieul,
    Consonant,
}

/// `word` with its particle: "민트로", "블루로", "1400을", and "tourist을(를)" where only a speaker knows.
pub fn with_particle(word: &str, particle: Particle) -> String {
    let [consonant, vowel] = particle.forms();
    let form = match ending(word) {
        None => particle.both(),
        Some(Ending::Vowel) => vowel,
        Some(Ending::Rieul) if particle == Particle::By => vowel,
        Some(Ending::Rieul | Ending::Consonant) => consonant,
    };
    format!("{word}{form}")
}

/// How the last syllable ends that is read aloud; `None` for Latin and other letters.
fn ending(word: &str) -> Option<Ending> {
    let last = word.trim_end_matches(|c| "\"'’”)]}»」』.,!?".contains(c)).chars().next_back()?;
    let of_final = |place: u32| match place {
        0 => Ending::Vowel,
        8 => Ending::Rieul,
        _ => Ending::Consonant,
    };
    match last {
        '가'..='힣' => Some(of_final((u32::from(last) - 0xAC00) % 28)),
        // The same in parts, as file names of macOS have it: a final consonant, and below a vowel.
        '\u{11a8}'..='\u{11c2}' => Some(of_final(u32::from(last) - 0x11a7)),
        // 영, 십, 백, 천, 만, 억; 삼, 육.
        '0' | '3' | '6' => Some(Ending::Consonant),
        // 일, 칠, 팔.
        '1' | '7' | '8' => Some(Ending::Rieul),
        // 이, 사, 오, 구; 퍼센트.
        '2' | '4' | '5' | '9' | '%' | '\u{1161}'..='\u{1175}' => Some(Ending::Vowel),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_particle_follows_the_last_sound() {
        let all = [Particle::Subject, Particle::Object, Particle::Topic, Particle::With, Particle::By];
        for (word, forms) in [
            ("민트", ["가", "를", "는", "와", "로"]),
            ("그린", ["이", "을", "은", "과", "으로"]),
            ("퍼플", ["이", "을", "은", "과", "로"]),
            ("서울", ["이", "을", "은", "과", "로"]),
            ("0", ["이", "을", "은", "과", "으로"]),
            ("1", ["이", "을", "은", "과", "로"]),
            ("2", ["가", "를", "는", "와", "로"]),
            ("3", ["이", "을", "은", "과", "으로"]),
            ("4", ["가", "를", "는", "와", "로"]),
            ("5", ["가", "를", "는", "와", "로"]),
            ("6", ["이", "을", "은", "과", "으로"]),
            ("7", ["이", "을", "은", "과", "로"]),
            ("8", ["이", "을", "은", "과", "로"]),
            ("9", ["가", "를", "는", "와", "로"]),
            ("1400", ["이", "을", "은", "과", "으로"]),
            ("1.4", ["가", "를", "는", "와", "로"]),
            ("25%", ["가", "를", "는", "와", "로"]),
            ("+19", ["가", "를", "는", "와", "로"]),
            ("22일", ["이", "을", "은", "과", "로"]),
            ("3문제", ["가", "를", "는", "와", "로"]),
            ("「알고리즘」", ["이", "을", "은", "과", "으로"]),
            ("민트(1400)", ["이", "을", "은", "과", "으로"]),
            // 각, in parts.
            ("\u{1100}\u{1161}\u{11a8}", ["이", "을", "은", "과", "으로"]),
            ("\u{1100}\u{1161}", ["가", "를", "는", "와", "로"]),
            // Nobody but a speaker knows how these are read.
            ("tourist", ["이(가)", "을(를)", "은(는)", "과(와)", "(으)로"]),
            ("abc300_a.cpp", ["이(가)", "을(를)", "은(는)", "과(와)", "(으)로"]),
            ("東京", ["이(가)", "을(를)", "은(는)", "과(와)", "(으)로"]),
            ("", ["이(가)", "을(를)", "은(는)", "과(와)", "(으)로"]),
        ] {
            let said = all.map(|particle| with_particle(word, particle));
            assert_eq!(said, forms.map(|form| format!("{word}{form}")));
        }
    }
}
