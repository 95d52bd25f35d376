//! Every problem of the judges that are fetched, with how hard it is.

use std::borrow::Cow;

use foldhash::{HashMap, HashMapExt as _, HashSet};

use crate::model::{Colour, Difficulty, DuplicateProblems, Judge, Problem, ProblemId};

/// A problem as its judge lists it.
#[derive(Debug, Clone, PartialEq)]
pub struct CatalogueEntry {
    /// What the judge's list says; of duplicates, the one with the lower number.
    pub problem: Problem,
    /// How hard it is on the judge's scale of ratings, never below 0; `None` where nobody knows yet.
    pub difficulty: Option<i32>,
    /// What AtCoder Problems estimates, where it does.
    pub model: Option<Difficulty>,
}

impl CatalogueEntry {
    /// The topics that the judge names, as it writes them. AtCoder names none; what Codeforces writes with a `*` is a
    /// remark (`*special`) and no topic.
    pub fn topics(&self) -> impl Iterator<Item = &str> {
        self.problem.tags.iter().map(String::as_str).filter(|tag| !tag.starts_with('*'))
    }

    /// Whether it has the topic that somebody calls `wished`.
    pub fn has_topic(&self, wished: &str) -> bool {
        self.topics().any(|topic| is_topic(topic, wished))
    }
}

/// A problem, and what the judges list of it.
#[derive(Debug, Clone, PartialEq)]
pub struct CataloguedProblem<'a> {
    /// The problem; of duplicates the one name.
    pub id: Cow<'a, ProblemId>,
    /// What a list of the user's calls it.
    pub title: Option<String>,
    /// What its judge's list says, where there is one.
    pub entry: Option<&'a CatalogueEntry>,
}

impl<'a> CataloguedProblem<'a> {
    /// A problem that its judge lists.
    pub fn listed(entry: &'a CatalogueEntry) -> Self {
        Self { id: Cow::Borrowed(&entry.problem.id), title: None, entry: Some(entry) }
    }

    /// Its name: the judge's, else the list's.
    pub fn name(&self) -> Option<&str> {
        self.entry.map(|entry| entry.problem.name.as_str()).or(self.title.as_deref())
    }

    /// The judge, where it is a fetched one.
    pub fn judge(&self) -> Option<Judge> {
        Judge::all().find(|judge| judge.id() == self.id.judge())
    }

    /// How hard it is on its judge's scale of ratings, where that is known.
    pub fn difficulty(&self) -> Option<i32> {
        self.entry?.difficulty
    }

    /// The colour of its difficulty.
    pub fn colour(&self) -> Option<Colour> {
        Some(self.judge()?.colour_of(self.difficulty()?))
    }

    /// The judge's page of it.
    pub fn link(&self) -> Option<String> {
        self.entry.and_then(|entry| entry.problem.link()).or_else(|| self.id.link())
    }
}

/// Whether two names are of one topic: in any case, with spaces, hyphens or underscores between words.
pub fn is_topic(one: &str, other: &str) -> bool {
    let plain = |c: char| if matches!(c, ' ' | '_') { '-' } else { c.to_ascii_lowercase() };
    one.chars().map(plain).eq(other.chars().map(plain))
}

/// The problems by identity.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    entries: Vec<CatalogueEntry>,
    places: HashMap<ProblemId, usize>,
    duplicates: DuplicateProblems,
}

impl Catalogue {
    /// Joins the judges' lists. Of duplicates one remains, under which both are found.
    pub fn new(problems: Vec<Problem>, difficulties: Vec<Difficulty>, duplicates: DuplicateProblems) -> Self {
        let mut models: HashMap<ProblemId, Difficulty> =
            difficulties.into_iter().map(|difficulty| (difficulty.problem.clone(), difficulty)).collect();
        let listed: HashSet<&ProblemId> = problems.iter().map(|problem| &problem.id).collect();
        let is_second = |problem: &Problem| {
            let one = duplicates.one(&problem.id);
            *one != problem.id && listed.contains(one)
        };
        let is_second: Vec<bool> = problems.iter().map(is_second).collect();
        let mut entries = Vec::with_capacity(problems.len());
        let mut places = HashMap::with_capacity(problems.len());
        for (problem, _) in problems.into_iter().zip(is_second).filter(|(_, is_second)| !is_second) {
            let one = duplicates.one(&problem.id);
            let model = models.remove(&problem.id);
            let difficulty = match &model {
                Some(model) => model.shown(),
                None => problem.rating,
            };
            places.insert(one.clone(), entries.len());
            entries.push(CatalogueEntry { problem, difficulty, model });
        }
        Self { entries, places, duplicates }
    }

    /// Every problem once, in the order in which they were given.
    pub fn entries(&self) -> &[CatalogueEntry] {
        &self.entries
    }

    /// What is known of `problem`, by the name of either twin.
    pub fn get(&self, problem: &ProblemId) -> Option<&CatalogueEntry> {
        self.places.get(self.duplicates.one(problem)).map(|place| &self.entries[*place])
    }

    /// `problem` with what is known of it; `title` is what a list of the user's calls it.
    pub fn named(&self, problem: &ProblemId, title: Option<String>) -> CataloguedProblem<'_> {
        let id = Cow::Owned(self.duplicates.one(problem).clone());
        CataloguedProblem { id, title, entry: self.get(problem) }
    }

    /// Which problems are the same.
    pub fn duplicates(&self) -> &DuplicateProblems {
        &self.duplicates
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::fixtures;

    fn problem(judge: Judge, id: ProblemId, rating: Option<i32>) -> Problem {
        Problem { rating, ..fixtures::problem(judge, id) }
    }

    #[test]
    fn a_problem_is_found_by_the_name_of_either_twin_and_listed_once() {
        let (one, other) = (ProblemId::codeforces(1349, "A"), ProblemId::codeforces(1350, "C"));
        let duplicates = DuplicateProblems::from_iter([(other.clone(), one.clone())]);
        let problems = [(&other, 1500), (&one, 1600)];
        let problems = problems.map(|(id, rating)| problem(Judge::CODEFORCES, id.clone(), Some(rating)));
        let catalogue = Catalogue::new(problems.to_vec(), Vec::new(), duplicates.clone());
        assert_eq!(catalogue.entries().len(), 1);
        assert_eq!(catalogue.get(&other).unwrap().difficulty, Some(1600));
        // Where the list has only the other name, that is the problem.
        let catalogue = Catalogue::new(problems[..1].to_vec(), Vec::new(), duplicates);
        assert_eq!(catalogue.get(&one).unwrap().difficulty, Some(1500));
    }

    #[test]
    fn a_topic_is_known_however_its_words_are_joined() {
        assert!(is_topic("binary search", "Binary-Search") && is_topic("2-sat", "2_sat"));
        assert!(!is_topic("dp", "dsu") && !is_topic("binary search", "binarysearch"));
    }

    #[test]
    fn difficulty_is_the_judge_s_rating_or_the_estimate_as_it_is_shown() {
        let id = ProblemId::atcoder("abc300_a");
        let model = Difficulty {
            problem: id.clone(),
            raw: Some(0),
            experimental: false,
            slope: None,
            intercept: None,
            variance: None,
            discrimination: None,
        };
        let problems = vec![problem(Judge::ATCODER, id.clone(), None)];
        let catalogue = Catalogue::new(problems.clone(), vec![model], DuplicateProblems::default());
        assert_eq!(catalogue.get(&id).unwrap().difficulty, Some(147));
        let catalogue = Catalogue::new(problems, Vec::new(), DuplicateProblems::default());
        assert_eq!(catalogue.get(&id).unwrap().difficulty, None);
    }
}
