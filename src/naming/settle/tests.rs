use super::super::{Home, by_home, by_path};
use super::*;
use crate::model::ProblemId;
use crate::model::{AuthorDate, CommitId, FileChangeKind, Identity};

/// What the files of one repository name together.
fn settled(paths: &[&str]) -> Vec<String> {
    let file = |path: &&str| FileChange {
        path: path.as_bytes().into(),
        kind: FileChangeKind::Added,
        record: None,
        problems: by_path(path, &Home::default()).into(),
    };
    let mut changes = [SolutionChange {
        commit: CommitId([0; 20]),
        author: Identity { name: String::new(), email: String::new() }.into(),
        date: AuthorDate { seconds: 0, offset_minutes: 0 },
        files: paths.iter().map(file).collect(),
    }];
    settle(&mut changes, &KnownProblems::default());
    let shown = |named: &NamedProblem| format!("{}{}", if named.sure { "" } else { "~" }, named.problem);
    let shown = |file: &FileChange| file.problems.iter().map(shown).collect::<Vec<_>>().join(" ");
    changes[0].files.iter().map(shown).collect()
}

fn named(problem: &str, sure: bool, by: NamedBy) -> NamedProblem {
    NamedProblem { problem: ProblemId::from_text(problem), sure, by }
}

/// A commit of one file.
fn change(path: &str, problems: Vec<NamedProblem>) -> SolutionChange {
    SolutionChange {
        commit: CommitId([0; 20]),
        author: Identity { name: String::new(), email: String::new() }.into(),
        date: AuthorDate { seconds: 0, offset_minutes: 0 },
        files: vec![FileChange {
            path: path.as_bytes().into(),
            kind: FileChangeKind::Modified,
            problems: problems.into(),
            record: None,
        }],
    }
}

#[test]
fn folders_called_by_hundreds_alone_are_ratings() {
    let files = [
        "codeforces/ada/1300/A_Cut_Ribbon.cpp",
        "codeforces/ada/codeforces(1700)/B_Fitness_and_Luxury.cpp",
        "codeforces/ada/1300/A.cpp",
    ];
    assert_eq!(
        settled(&files),
        ["~codeforces/title/a-cut-ribbon", "~codeforces/title/b-fitness-and-luxury", ""]
    );
    let files = [files[0], files[2]];
    assert_eq!(settled(&files), ["codeforces/1300/A", "codeforces/1300/A"]);
    let files = ["codeforces/1300/A_Cut_Ribbon.cpp", "codeforces/1400/B.cpp", "codeforces/1453/B.cpp"];
    assert_eq!(settled(&files), ["codeforces/1300/A", "codeforces/1400/B", "codeforces/1453/B"]);
}

#[test]
fn inner_numbers_show_at_a_problem_that_many_solve() {
    let files = [
        "0001-two-sum/0001-two-sum.py",
        "0817-design-hashmap/0817-design-hashmap.py",
        "1923-sentence-similarity-iii/1923-sentence-similarity-iii.py",
    ];
    let expected = ["leetcode/1", "~leetcode/design-hashmap", "~leetcode/sentence-similarity-iii"];
    assert_eq!(settled(&files), expected);
    let shown = ["0706-design-hashmap/0706-design-hashmap.py", files[2]];
    assert_eq!(settled(&shown), ["leetcode/706", "leetcode/1923"]);
}

#[test]
fn a_readme_names_what_nothing_else_names_for_certain() {
    let readme = "# [Gold IV] Nests - 26339 \n\n[l](https://www.acmicpc.net/problem/26339)";
    let record: Arc<_> = crate::sidecar::of_readme(readme.as_bytes()).unwrap().into();
    let mut changes = [
        change("week1/nests.cpp", vec![]),
        change("week1/gen.cpp", vec![]),
        change("boj/nests a.cpp", vec![named("boj/nests-a", false, NamedBy::Path)]),
        change("boj/1000.cpp", vec![named("boj/1000", true, NamedBy::Path)]),
    ];
    for file in changes.iter_mut().flat_map(|change| &mut change.files) {
        file.record = Some(Arc::clone(&record));
    }
    name_by_records(&mut changes);
    let shown = |change: &SolutionChange| {
        let problems = change.files[0].problems.iter();
        problems
            .map(|named| format!("{} by {}", named.problem, named.by.word()))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let names = ["boj/26339 by readme", "", "boj/26339 by readme", "boj/1000 by path"];
    assert_eq!(changes.each_ref().map(shown), names);
}

#[test]
fn a_title_has_the_number_that_any_commit_of_its_file_says() {
    let change = |path: &str, problem: &str, by| change(path, vec![named(problem, false, by)]);
    let mut changes = [
        change("boj/a b.py", "boj/a-b", NamedBy::Path),
        change("boj/a b.py", "boj/1000", NamedBy::Message),
        change("boj/a c.py", "boj/a-c", NamedBy::Path),
    ];
    settle(&mut changes, &KnownProblems::default());
    let problems = changes.each_ref().map(|change| change.files[0].problems[0].problem.as_str());
    assert_eq!(problems, ["boj/1000", "boj/1000", "boj/a-c"]);
}

#[test]
fn numbers_beside_rounds_are_rounds_and_beside_contests_contests() {
    let rounds = ["codeforces/513/d.cpp", "codeforces/edu28/a.cpp"];
    assert_eq!(settled(&rounds), ["~codeforces/round/513/D", "~codeforces/round/edu28/A"]);
    let contests = ["codeforces/513/d.cpp", "codeforces/1900/a.cpp", "codeforces/edu28/a.cpp"];
    assert_eq!(settled(&contests)[..2], ["codeforces/513/D", "codeforces/1900/A"]);
    assert_eq!(settled(&["codeforces/513/d.cpp"]), ["codeforces/513/D"]);
    let divisions = ["codeforces/459/d.cpp", "codeforces/386/386-2-C.cpp"];
    assert_eq!(settled(&divisions)[0], "~codeforces/round/459/D");
    let both = [&contests[..], &["codeforces/514/a.cpp"]].concat();
    assert_eq!(settled(&both)[0], "~codeforces/513/D");
}

#[test]
fn titles_beside_the_problems_number_do_not_contradict_each_other() {
    let files = ["ada/BOJ_1158_요세푸스_문제.py", "bob/w27/BOJ_1158.java"];
    assert_eq!(settled(&files), ["boj/1158", "boj/1158"]);
    let attempts = ["codeforces/231A my team.py", "codeforces/231 A Team.py", "codeforces/problem-231A.py"];
    assert_eq!(settled(&attempts), ["codeforces/231/A"; 3]);
}

#[test]
fn classes_beside_the_solution_of_a_day_solve_nothing() {
    let java = ["aoc/2018/day18/Day18.java", "aoc/2018/day18/LightGrid.java", "aoc/2018/day18/part2.py"];
    assert_eq!(settled(&java), ["adventofcode/2018/18", "", "adventofcode/2018/18"]);
    // Nothing beside these says that it is the solution.
    let titled = ["aoc/2021/day1/SonarSweep.java", "aoc/2021/day2/DiveDeep.java"];
    assert_eq!(settled(&titled), ["adventofcode/2021/1", "adventofcode/2021/2"]);
}

#[test]
fn numbers_of_a_course_are_no_judges_where_their_titles_contradict_each_other() {
    let course = ["eolymp/a/4_sum_of_digits.cpp", "eolymp/b/4_rating_system.cpp"];
    let files = [course[0], course[1], "eolymp/a/5_count_words.cpp", "eolymp/b/5_print_stars.cpp"];
    assert_eq!(settled(&files)[..2], ["~eolymp/sum-of-digits", "~eolymp/rating-system"]);
    assert_eq!(settled(&course)[..1], ["~eolymp/sum-of-digits"]);
}

#[test]
fn files_with_titles_of_their_own_are_not_one_problem() {
    let course = ["leetcode/top-easy-picks/Single_Number_II.py", "leetcode/top-easy-picks/Plus_One_More.py"];
    assert_eq!(settled(&course), ["~leetcode/single-number-ii", "~leetcode/plus-one-more"]);
    let people = ["leetcode/two-sum/kim-ann.py", "leetcode/two-sum/lee-bob.py"];
    let people = [people[0], people[1], "leetcode/valid-tree/kim-ann.py", "leetcode/valid-tree/lee-bob.py"];
    assert_eq!(settled(&people)[..2], ["~leetcode/two-sum", "~leetcode/two-sum"]);
}

#[test]
fn numbers_without_a_judges_word_are_settled_for_a_repository_as_a_whole() {
    let study = [
        "20230816/P_12788/가람_P_12788.java",
        "20230920/P_15787/나리_P_15787.java",
        "20231025/P_2512/가람_P_2512.java",
        "20231214/P_6603/나리_P_6603.java",
        "20240131/P_10986/다솜_P_10986.java",
        "20240621/S_12927/가람_S_12927.java",
        "20240731/S_42861/나리_S_42861.java",
        "20240806/S_68645/다솜_S_68645.java",
        "20241024/S_340202/가람_S_340202.java",
        "20241114/S_43105/나리_S_43105.java",
    ];
    let names = [
        "~boj/12788",
        "~boj/15787",
        "~boj/2512",
        "~boj/6603",
        "~boj/10986",
        "~programmers/12927",
        "~programmers/42861",
        "~programmers/68645",
        "~programmers/340202",
        "~programmers/43105",
    ];
    assert_eq!(settled(&study), names);
    let mixed = [
        "가람/p15649_n과m1.java",
        "가람/p1018_체스판.java",
        "나리/_5639_트리.java",
        "다솜/Main18427_블록.java",
        "나리/_13904_과제.java",
    ];
    let names = ["~boj/15649", "~boj/1018", "~boj/5639", "~boj/18427", "~boj/13904"];
    assert_eq!(settled(&mixed), names);
    let repeated = [
        "1주차/10814/10814_python_가람.py",
        "1주차/17362/17362_정.py",
        "2주차/11866/11866_java_나리.java",
        "3주차/1254/1254_python_정.py",
        "6주차/24393/24393_java_다솜.java",
        "3주차/11568/java_11568_나리.java",
    ];
    assert_eq!(settled(&repeated)[5], "~boj/11568");
    let boj = (1000..1005).map(|number| format!("boj/{number}.java")).collect::<Vec<_>>();
    let some: Vec<&str> = boj
        .iter()
        .map(String::as_str)
        .chain([mixed[1], "notes/a1234.java", "notes/b.java", "notes/c.java", "notes/d.java"])
        .collect();
    assert_eq!(settled(&some)[5..], ["~boj/1018", "", "", "", ""]);
    // A few solutions of another judge don't make it less Baekjoon's.
    let boj: Vec<String> = (1000..1010).map(|number| format!("boj/{number}.java")).collect();
    let some: Vec<&str> = boj.iter().map(String::as_str).chain(["codeup/1001.java", mixed[1]]).collect();
    assert_eq!(settled(&some)[11], "~boj/1018");
    // Neither Korean nor Baekjoon's.
    let others = ["a/12788.java", "a/15787.java", "a/2512.java", "a/6603.java", "a/10986.java"];
    assert_eq!(settled(&others), [""; 5]);
    let solved = (1000..1005).map(|number| format!("boj/{number}.java")).collect::<Vec<_>>();
    let beside: Vec<&str> = solved.iter().map(String::as_str).chain(others).collect();
    assert_eq!(settled(&beside)[5..], ["~boj/12788", "~boj/15787", "~boj/2512", "~boj/6603", "~boj/10986"]);
}

#[test]
fn numbers_that_are_grown_on_to_one_word_are_problems_where_they_are_far_apart() {
    let demos = ["1054", "151", "226"].map(|number| format!("com/leetcode/bytedance/Demo{number}.java"));
    let demos: Vec<&str> = demos.iter().map(String::as_str).collect();
    assert_eq!(settled(&demos), ["~leetcode/1054", "~leetcode/151", "~leetcode/226"]);
    let alone = ["leetcode/Ex1054.java", "leetcode/Ex151.java", "leetcode/Ex226.java"];
    assert_eq!(settled(&alone), ["~leetcode/1054", "~leetcode/151", "~leetcode/226"]);
    let places = ["1", "2", "3"].map(|number| format!("com/leetcode/bytedance/Demo{number}.java"));
    let places: Vec<&str> = places.iter().map(String::as_str).collect();
    assert_eq!(settled(&places), [""; 3]);
}

#[test]
fn the_first_letters_of_judges_stand_before_their_numbers() {
    let baekjoon = ["b17136", "b02231", "b09012", "b11047", "b22233"].map(|name| format!("ada/{name}.java"));
    let paths: Vec<&str> = baekjoon.iter().map(String::as_str).chain(["bob/s1244.java"]).collect();
    assert_eq!(settled(&paths)[..2], ["~boj/17136", "~boj/2231"]);
    assert_eq!(settled(&paths)[5], "~swea/1244");
    assert_eq!(settled(&paths[..4]), [""; 4]);
}

#[test]
fn a_number_that_a_title_begins_with_is_the_titles_where_files_go_by_titles() {
    let titles = ["숨바꼭질 5", "경로 찾기", "이장님 초대", "두 점", "구간 합"]
        .map(|title| format!("boj/gold/{title}.kt"));
    let either = ["boj/gold/2048 (Easy).kt", "boj/gold/2017 대회.kt", "boj/gold/불 (5427)/불.kt"];
    let paths: Vec<&str> = titles.iter().map(String::as_str).chain(either).collect();
    assert_eq!(settled(&paths)[5..], ["~boj/2048-easy", "~boj/2017-대회", "boj/5427"]);
    assert_eq!(settled(&either), ["boj/2048", "boj/2017", "boj/5427"]);
}

#[test]
fn parts_of_a_day_and_of_a_numbered_folder_are_one_problem() {
    let days =
        ["adventofcode/2015/day1/part1/what_floor.py", "adventofcode/2015/day1/part2/what_position.py"];
    assert_eq!(settled(&days), ["adventofcode/2015/1"; 2]);
    let folders = ["timus/1000/first_try.py", "timus/1000/other_way.py"];
    assert_eq!(settled(&folders), ["timus/1000"; 2]);
}

#[test]
fn files_of_two_parts_or_of_shared_tasks_are_one_problem() {
    let parts = ["adventofcode/2018/01/a.pl", "adventofcode/2018/01/b.pl", "adventofcode/2018/01/main.go"];
    assert_eq!(settled(&parts), ["adventofcode/2018/1"; 3]);
    let shared = ["contests/atc002/src/bin/a.rs", "contests/abc007/src/bin/c.rs"];
    assert_eq!(settled(&shared), ["abc007_3"; 2]);
}

#[test]
fn attempts_in_a_folder_that_is_called_by_the_id_are_one_problem() {
    for (paths, problem) in [
        (["hdu/3640/a.cpp", "hdu/3640/b.cpp"], "hdu/3640"),
        (["luogu/3809/a.cpp", "luogu/3809/b.cpp"], "~luogu/P3809"),
        (["kattis/keyboardconcert/a.cpp", "kattis/keyboardconcert/b.cpp"], "~kattis/keyboardconcert"),
        (["abc280/f/dfs_with_check.cc", "abc280/f/rolling_hash.cc"], "abc280_f"),
        (["luogu/5071-baoli.cpp", "luogu/5071-self.cpp"], "~luogu/P5071"),
    ] {
        assert_eq!(settled(&paths), [problem; 2]);
    }
}

#[test]
fn letters_in_a_folder_that_looks_like_a_problem_are_a_contests() {
    let kattis = ["kattis/a4p8nf/e.cpp", "kattis/a4p8nf/g.cpp"];
    assert_eq!(settled(&kattis), ["~kattis/a4p8nf/e", "~kattis/a4p8nf/g"]);
    let paths = ["yuki/540/a.cpp", "yuki/540/b.cpp", "yuki/480/h.cpp", "yuki/800.cpp"];
    let names =
        ["~yukicoder/contest/540/a", "~yukicoder/contest/540/b", "~yukicoder/contest/480/h", "yukicoder/800"];
    assert_eq!(settled(&paths), names);
}

#[test]
fn titles_in_several_languages_tell_a_list_from_a_problem() {
    let list = [
        "leetcode/some-card-list/Symmetric_Tree.4.py",
        "leetcode/some-card-list/Symmetric_Tree.cpp",
        "leetcode/some-card-list/Two_Sum.py",
        "leetcode/some-card-list/Two_Sum.cpp",
    ];
    let names =
        ["~leetcode/symmetric-tree", "~leetcode/symmetric-tree", "~leetcode/two-sum", "~leetcode/two-sum"];
    assert_eq!(settled(&list), names);
}

#[test]
fn numbers_that_only_rounds_may_have_too_are_not_sure() {
    let either = ["codeforces/281/d.cpp", "codeforces/328/a.cpp", "codeforces/342/a.cpp"];
    assert_eq!(settled(&either), ["~codeforces/281/D", "~codeforces/328/A", "~codeforces/342/A"]);
    let told = [&either[..], &["codeforces/1342/a.cpp"]].concat();
    assert_eq!(settled(&told)[..3], ["codeforces/281/D", "codeforces/328/A", "codeforces/342/A"]);
    assert_eq!(settled(&either[..2]), ["codeforces/281/D", "codeforces/328/A"]);
}

#[test]
fn a_contest_in_a_files_own_name_is_no_rounds() {
    let paths = ["codeforces/272/476C.cpp", "codeforces/Round 273/a.cpp", "codeforces/271/a.cpp"];
    assert_eq!(settled(&paths), ["codeforces/476/C", "~codeforces/round/273/A", "~codeforces/round/271/A"]);
}

#[test]
fn titles_behind_one_label_do_not_contradict_each_other() {
    let paths = ["abc190/D_Stair_Case.cpp", "abc190/D_Stair_Case_library.py", "abc190/d.rs"];
    assert_eq!(settled(&paths), ["abc190_d"; 3]);
    let words = ["oj.uz/IOI18_werewolf/werewolf_n2.cpp", "oj.uz/IOI18_werewolf/werewolf_sub1.cpp"];
    assert_eq!(settled(&words), ["~oj.uz/IOI18_werewolf"; 2]);
}

#[test]
fn titles_of_people_do_not_refute_the_number_of_a_titled_folder() {
    let folder = "Programmers/[42885] 구명보트";
    let paths = [format!("{folder}/ada/PROG_구명보트.java"), format!("{folder}/bob/PRO_Life_Boat.java")];
    assert_eq!(settled(&paths.each_ref().map(String::as_str)), ["programmers/42885", "programmers/42885"]);
}

#[test]
fn two_labels_of_one_task_do_not_contradict_each_other() {
    assert_eq!(settled(&["typical90/typical90_a.cr", "typical90/typical90_001.cr"]), ["typical90_a"; 2]);
}

#[test]
fn a_letter_of_a_list_is_no_task() {
    let titles = ["B. Amr and Pins", "B. Fedor and New Game", "B. Little Pony"];
    let paths = titles.map(|title| format!("Codeforces/Ladders/B level/{title}.cpp"));
    let titles = ["b-amr-and-pins", "b-fedor-and-new-game", "b-little-pony"]
        .map(|title| format!("~codeforces/title/{title}"));
    assert_eq!(settled(&paths.each_ref().map(String::as_str)), titles);
}

#[test]
fn contests_without_a_judge_are_codeforces_where_most_solutions_are() {
    let known = ["CF4A.cpp", "1567E.cpp", "1567F.cpp", "codeforces/1000/A.cpp", "1773A.cpp", "1774A.cpp"];
    let bare = [
        "1607/A.cpp",
        "1623/C.cpp",
        "1572/B. Xor.cpp",
        "105/A.cpp",
        "100513/D.cpp",
        "2016/A.cpp",
        "1800/lib.cpp",
    ];
    let named = |paths: &[&str]| settled(paths)[paths.len() - bare.len()..].join(" ");
    let all: Vec<&str> = known.into_iter().chain(bare).collect();
    assert_eq!(
        named(&all),
        "~codeforces/1607/A ~codeforces/1623/C ~codeforces/1572/B ~codeforces/105/A ~codeforces/gym/100513/D  "
    );
    assert_eq!(named(&bare).trim(), "");
}

#[test]
fn a_folder_whose_files_go_by_their_own_names_is_no_problem() {
    let kattis = ["kattis/completed/set.cs", "kattis/completed/addemup.py", "kattis/completed/r2.py"];
    assert_eq!(settled(&kattis), ["~kattis/set", "kattis/addemup", "kattis/r2"]);
    let steps = ["baekjoon_step/12. 정렬/Sorting.c", "baekjoon_step/12. 정렬/단어 정렬.c"];
    assert_eq!(settled(&steps), ["", "~boj/단어-정렬"]);
}

#[test]
fn what_repeats_the_title_of_its_folder_is_the_folders_problem() {
    let paths = [
        "leetcode/26. Remove Duplicates/RemoveDuplicates_ada.rs",
        "leetcode/26. Remove Duplicates/Remove Duplicates_bob.py",
    ];
    assert_eq!(settled(&paths), ["leetcode/26"; 2]);
}

#[test]
fn one_word_is_a_title_where_others_have_several() {
    let paths = [
        "Codeforces/Next Round.cpp",
        "Codeforces/Way Too Long Words.cpp",
        "Codeforces/800/Young Physicist.cpp",
        "Codeforces/800/Football.cpp",
        "Codeforces/Ladders/39-Array.cpp",
        "Codeforces/dijkstra.cpp",
        "Codeforces/1500/A.cpp",
        "Codeforces/1500/helperwords.cpp",
        "notes/Football.cpp",
    ];
    let names = settled(&paths);
    assert_eq!(names[3], "~codeforces/title/football");
    assert_eq!(names[4], "~codeforces/title/39-array");
    assert_eq!(names[5..].concat(), "codeforces/1500/A");
    assert_eq!(settled(&paths[3..6]).concat(), "");
}

#[test]
fn one_word_is_a_title_at_any_judge_where_files_go_by_titles() {
    let paths = [
        "UVA/Chopsticks.cpp",
        "UVA/dijkstra.cpp",
        "LOJ/Dice (I).cpp",
        "LOJ/Commandos.cpp",
        "leetcode/Permutations.java",
        "leetcode/LargestNumber.java",
        "CF/Cards With Numbers.cpp",
        "CF/Elegant Square.cpp",
        "boj/1000.cpp",
        "boj/1001.cpp",
        "boj/Zebra.cpp",
    ];
    let names = [
        "~uva/chopsticks",
        "",
        "~lightoj/dice-i",
        "~lightoj/commandos",
        "~leetcode/permutations",
        "~leetcode/largest-number",
        "~codeforces/title/cards-with-numbers",
        "~codeforces/title/elegant-square",
        "boj/1000",
        "boj/1001",
        "",
    ];
    assert_eq!(settled(&paths), names);
}

#[test]
fn one_word_is_a_title_among_titles_of_the_repositorys_judge() {
    let home = Home::new(None, ["leetcode"]);
    let at_home = |paths: &[&str]| {
        let problems = |path: &&str| by_home(path, &home);
        let mut changes: Vec<SolutionChange> =
            paths.iter().map(|path| change(path, problems(path))).collect();
        settle(&mut changes, &KnownProblems::default());
        let shown =
            |change: &SolutionChange| change.files[0].problems.first().map(|named| named.problem.to_string());
        changes.iter().map(|change| shown(change).unwrap_or_default()).collect::<Vec<_>>().join(" ")
    };
    let titles = ["easy/TwoSum.kt", "easy/PlusOne.kt", "easy/SameTree.kt"];
    let beside = ["easy/Subsets.kt", "easy/BinarySearch.kt", "Trie.kt"];
    assert_eq!(
        at_home(&[titles, beside].concat()),
        "leetcode/two-sum leetcode/plus-one leetcode/same-tree leetcode/subsets leetcode/binary-search "
    );
    assert_eq!(at_home(&beside).trim(), "");
}

#[test]
fn loj_is_libreoj_where_a_number_or_a_title_says_so() {
    let numbered = ["LOJ/6278.cpp", "LOJ/Some Title.cpp"];
    assert_eq!(settled(&numbered)[1], "~libreoj/some-title");
    let chinese = ["LOJ/数列分块.cpp", "LOJ/Some Title.cpp"];
    assert_eq!(settled(&chinese)[1], "~libreoj/some-title");
    let word = ["LibreOJ/Some Title.cpp"];
    assert_eq!(settled(&word), ["~libreoj/some-title"]);
}
