//! Files that name no problem.

/// The nearest reason why the path of a solution file names no problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnnamedReason {
    /// The file is a test.
    Test,
    /// It generates tests, checks answers or is a slow answer.
    Helper,
    /// Its folder is of templates, libraries or tools.
    InLibrary,
    /// It is a template or a library itself.
    Library,
    /// It is a test, a helper or a template.
    Beside,
    /// A contest at AtCoder is named, and no task of it.
    NoTask,
    /// Its folder is of Codeforces; no contest and problem are named.
    NoCodeforcesProblem,
    /// A problem's letter or a name that says nothing, and no contest.
    NoContest,
    /// A problem's number, and no judge.
    NoJudge,
    /// Its folder is of a judge whose problems have numbers; none is named.
    NoNumber,
    /// Its folder is of a judge; no problem is named.
    NoName,
    /// Nothing is named.
    Nothing,
}
