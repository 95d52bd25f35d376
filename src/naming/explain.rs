//! The best explanation of a path.

use std::borrow::Cow;

use super::mention::{Mention, Weight, mentions, speaks_of_unknown};
use super::path::{self, Parts};
use super::patterns::{ALONE, ATCODER, CODEFORCES, LEETCODE};
use super::rule::{self, Claim, Strength};
use super::{Home, atcoder, canonical, codeforces, korean, leetcode, others};
use crate::model::{KnownJudge, ProblemNames};

/// The best explanation of a path.
pub(super) fn read(path: &str, home: &Home) -> Vec<Claim> {
    let parts = Parts::of(path);
    let Some(last) = parts.list.last() else { return Vec::new() };
    let several = others::several_in_name(last);
    if !several.is_empty() {
        return several;
    }
    // A word without an extension is no file: there a number and a letter are too little.
    let is_file = path.rsplit('/').next().is_some_and(|file| path::stem_of(file) != file);
    by_words(&parts, home).or_else(|| if is_file { alone(&parts, home) } else { None }).into_iter().collect()
}

/// The problem by the judges' words in a path.
fn by_words(parts: &Parts<'_>, home: &Home) -> Option<Claim> {
    let mentions = mentions(parts);
    let codes = atcoder::codes(&parts.list, false);
    let of = |weight| mentions.iter().filter(move |mention| mention.weight == weight);
    // A whole id of a judge's that a folder speaks of says more than a word behind it: `Luogu/P1596 [USACO10OCT]`.
    let last = parts.list.len() - 1;
    let has_id =
        |host: &&Mention<'_>| host.part < last && others::begins_with_id(host.judge.id, parts.list[last]);
    let nearest = of(Weight::Host).find(has_id).or_else(|| of(Weight::Host).next());
    if nearest.is_none_or(|host| Some(host.judge.id) != home.judge) && home.has_whole_id(parts) {
        return None;
    }
    // A contest of AtCoder's is at home at its own judge only.
    let codes = codes
        .iter()
        .filter(|code| nearest.is_none_or(|host| host.part <= code.part || host.judge.id == "atcoder"));
    let by_code = codes.clone().find_map(|code| atcoder::by_code(&parts.list, code));
    let is_atcoder = nearest.is_some_and(|host| host.judge.id == "atcoder");
    if let Some(found) = by_code.filter(|_| nearest.is_none_or(|host| is_atcoder || host.judge.id != "luogu"))
    {
        return Some(found);
    }
    if let Some(host) = nearest {
        let same = of(Weight::Host).filter(|mention| mention.judge.id == host.judge.id);
        let mut found = same.filter_map(|mention| below_mention(mention, parts));
        let nearest = found.next()?;
        // A title may have the judge's word in it, and the folder's reading tells more then.
        let whole = (nearest.strength == Strength::Title)
            .then(|| found.find(|farther| farther.strength == Strength::Identity));
        return Some(whole.flatten().unwrap_or(nearest));
    }
    if let Some(found) = atcoder::by_contest(&parts.list, false) {
        return Some(found);
    }
    let farther = of(Weight::Weak).chain(of(Weight::Source));
    farther.map(|mention| below_mention(mention, parts)).find_map(|found| found)
}

fn below_mention(mention: &Mention<'_>, parts: &Parts<'_>) -> Option<Claim> {
    // The mark before a number is a round's at Codeforces.
    let marks: &[char] = match mention.judge.id {
        "codeforces" => &[' ', '_', '-', '.', ':', ')', ']', '(', '[', ','],
        _ => &[' ', '_', '-', '.', ':', '#', ')', ']', '(', '[', ','],
    };
    let is_contest = mention.judge.id == "codeforces" || mention.judge.id == "atcoder";
    let is_last = mention.part + 1 == parts.list.len();
    let is_named_so = matches!(mention.judge.names, ProblemNames::Contest);
    let own = match (mention.before.trim_matches(marks), mention.after.trim_matches(marks)) {
        ("", "") => Cow::Borrowed(""),
        // A title may begin with the judge's word, where it is written as the judge's addresses are.
        _ if mention.judge.id == "codetree" && is_last && rule::is_address(parts.list[mention.part]) => {
            Cow::Borrowed(parts.list[mention.part])
        }
        // The name of a contest is the whole part.
        _ if is_named_so => Cow::Borrowed(parts.list[mention.part]),
        ("", after) => Cow::Borrowed(after),
        // A number and a letter right behind the word are an identity, whatever is counted before it.
        (_, after) if mention.judge.id == "codeforces" && codeforces::begins_identity(after) => {
            Cow::Borrowed(after)
        }
        (before, after) if is_contest => Cow::Owned(format!("{before} {after}")),
        (before, "") => Cow::Borrowed(before),
        (_, after) => Cow::Borrowed(after),
    };
    let own = Some(&*own).filter(|own| !own.is_empty());
    let is_either = mention.judge.id == "codeforces"
        && own.is_some_and(|own| {
            codeforces::may_be_round(own)
                || mention.weight == Weight::Weak && codeforces::is_rounds_number(own)
        })
        && mention.before.is_empty();
    let list: Vec<&str> = own.into_iter().chain(parts.list[mention.part + 1..].iter().copied()).collect();
    // The live archive is no more than likely where the contest's word stands.
    let is_guess =
        mention.judge.id == "uva-live" && parts.list[mention.part].to_ascii_lowercase().starts_with("icpc");
    // A folder that is a title with the word behind it says more than a title in it: `final_boss_cf/finalboss.cpp`.
    let is_titles =
        !is_last && mention.weight == Weight::Weak && !mention.before.is_empty() && mention.after.is_empty();
    let folder = list.first().filter(|own| is_titles && own.contains(['_', '-', ' ']));
    let titled = || folder.and_then(|own| below(mention.judge, &[own]));
    let found = match below(mention.judge, &list) {
        Some(found) if found.strength > Strength::Title => Some(found),
        found => titled().or(found),
    };
    found.map(|claim| Claim { sure: claim.sure && !is_either && !is_guess, ..claim })
}

/// What the parts below a judge's word name.
pub(super) fn below(judge: &'static KnownJudge, parts: &[&str]) -> Option<Claim> {
    if parts.is_empty() {
        return None;
    }
    let text = parts.join("/");
    let (patterns, own) = match judge.id {
        "atcoder" => {
            let code = || atcoder::codes(parts, true).iter().find_map(|code| atcoder::by_code(parts, code));
            let by_contest = || atcoder::by_contest(parts, true).or_else(|| atcoder::by_bare_number(parts));
            (Some(&*ATCODER), code().or_else(by_contest))
        }
        "codeforces" => (Some(&*CODEFORCES), codeforces::below(parts)),
        "leetcode" => (Some(&*LEETCODE), leetcode::below(parts)),
        "adventofcode" => (None, others::advent(parts)),
        "icpc" => (None, others::in_live_archive(parts).or_else(|| others::below(judge, parts))),
        "goormlevel" => (None, korean::goormlevel(parts).or_else(|| others::below(judge, parts))),
        _ => (None, others::below(judge, parts)),
    };
    let rows = patterns.into_iter().flat_map(|patterns| patterns.claims(&text));
    let may_have_title = || judge.id != "atcoder" || atcoder::may_have_title(parts);
    let title = || others::title_below(judge, parts).filter(|_| may_have_title());
    strongest(rows.chain(own)).or_else(title).map(canonical::of)
}

/// What rows claim that need no judge's word.
fn alone(parts: &Parts<'_>, home: &Home) -> Option<Claim> {
    if speaks_of_unknown(parts) {
        return None;
    }
    let hosts = mentions(parts);
    let judges: Vec<&str> = hosts.iter().map(|mention| mention.judge.id).chain(home.judge).collect();
    let text = parts.list.join("/");
    strongest(ALONE.claims(&text).filter(|claim| judges.iter().all(|judge| *judge == claim.problem.judge())))
}

/// The strongest claim: the whole identity before what only tells problems apart, what is sure before what isn't.
fn strongest(claims: impl Iterator<Item = Claim>) -> Option<Claim> {
    claims.max_by(|a, b| {
        let rank = |claim: &Claim| (claim.strength, claim.sure);
        rank(a).cmp(&rank(b)).then_with(|| b.problem.cmp(&a.problem))
    })
}
