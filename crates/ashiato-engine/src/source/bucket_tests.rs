//! Listings of random trees, in a store that counts requests and in local folders: no wanted file is lost, both walks
//! find the same, and a question about little takes few requests.

use super::*;
use crate::scan::bounds::Bounds;
use crate::scan::prune;
use crate::session::Late;
use crate::source::{LogFile, Origin, local};
use ashiato_event::key;
use async_trait::async_trait;
use datafusion::common::ScalarValue;
use datafusion::logical_expr::Expr;
use datafusion::prelude::{col, lit};
use object_store::ListResult;
use object_store::path::Path;
use proptest::prelude::*;
use std::time::Duration;

/// Keys in memory, listed as S3 lists them, a few a page.
struct Keys {
    keys: BTreeSet<String>,
    page: usize,
}

#[async_trait]
impl PaginatedListStore for Keys {
    async fn list_paginated(&self, prefix: Option<&str>, options: PaginatedListOptions) -> Result<PaginatedListResult> {
        let prefix = prefix.unwrap_or_default();
        let after = options.page_token.or(options.offset).unwrap_or_default();
        let mut result = ListResult { objects: Vec::new(), common_prefixes: Vec::new() };
        let mut folders: BTreeSet<String> = BTreeSet::new();
        let mut last = String::new();
        for key in self.keys.range(after.clone().max(prefix.to_string())..) {
            if !key.starts_with(prefix) {
                break;
            }
            // A folder is behind what comes after it or lies in it.
            let folder = child(prefix, key).filter(|_| options.delimiter.is_some());
            let entry = folder.unwrap_or(key);
            if entry <= after.as_str() || folders.contains(entry) {
                continue;
            }
            if result.objects.len() + folders.len() == self.page {
                result.common_prefixes = folders.iter().map(|folder| Path::from(folder.as_str())).collect();
                return Ok(PaginatedListResult { result, page_token: Some(last) });
            }
            last = entry.to_string();
            match folder {
                Some(folder) => drop(folders.insert(folder.to_string())),
                None => result.objects.push(object(key)),
            }
        }
        result.common_prefixes = folders.iter().map(|folder| Path::from(folder.as_str())).collect();
        Ok(PaginatedListResult { result, page_token: None })
    }
}

fn object(key: &str) -> ObjectMeta {
    ObjectMeta { location: Path::from(key), last_modified: Default::default(), size: 1, e_tag: None, version: None }
}

fn listed(keys: &Keys, prefix: &str, filter: &FolderFilter) -> (Vec<String>, usize, u64) {
    let (found, requests) = futures::executor::block_on(find(keys, prefix, filter)).expect("memory answers");
    let mut names: Vec<String> = found.objects.iter().map(|object| object.location.to_string()).collect();
    names.sort();
    (names, found.pruned.len(), requests)
}

const REGIONS: [&str; 3] = ["ap-northeast-1", "eu-west-1", "us-east-1"];
const ACCOUNTS: [&str; 2] = ["111111111111", "222222222222"];
const DAY: i64 = 86_400;
/// 2023-12-25T00:00:00Z: within some days a month and a year end.
const START: i64 = 1_703_462_400;

fn text(seconds: i64, format: &str) -> String {
    chrono::DateTime::from_timestamp(seconds, 0).expect("within range").format(format).to_string()
}

/// A file of the standard layout, or one that lies elsewhere.
fn key_of(layout: usize, account: usize, region: usize, at: i64, number: usize) -> String {
    let (account, region, day) = (ACCOUNTS[account], REGIONS[region], text(at, "%Y/%m/%d"));
    let name = format!("{account}_CloudTrail_{region}_{}_{number:016}.json.gz", text(at, "%Y%m%dT%H%MZ"));
    match layout {
        0..=3 => format!("AWSLogs/{account}/CloudTrail/{region}/{day}/{name}"),
        4 => format!("AWSLogs/o-abcdefghij/{account}/CloudTrail/{region}/{day}/{number}.gz"),
        5 => format!("backup/of/AWSLogs/{account}/CloudTrail-Digest/{region}/{day}/{number}.gz"),
        6 => format!("AWSLogs/{account}/CloudTrail/{region}/{day}/more/{number}.gz"),
        7 => format!("AWSLogs/{account}/CloudTrail/{region}/{}-odd/{name}", text(at, "%Y")),
        8 => format!("AWSLogs/{account}/CloudTrail/{region}/{}/{name}", text(at, "%Y/%m")),
        9 => format!("AWSLogs/{account}/vpcflowlogs/{region}/{day}/{number}.gz"),
        10 => format!("AWSLogs/{account}/{name}"),
        11 => format!("{region}/{day}/{name}"),
        _ => format!("a{number}/{name}"),
    }
}

fn keys() -> impl Strategy<Value = BTreeSet<String>> {
    let at = prop_oneof![START - 400 * DAY..START + 400 * DAY, START..START + 14 * DAY];
    let file = (0..13_usize, 0..ACCOUNTS.len(), 0..REGIONS.len(), at);
    prop::collection::vec(file, 0..80).prop_map(|files| {
        let files = files.into_iter().enumerate();
        files.map(|(number, (layout, account, region, at))| key_of(layout, account, region, at, number)).collect()
    })
}

fn bounds() -> impl Strategy<Value = Bounds> {
    let time = || prop::option::of((START - 2 * DAY..START + 16 * DAY).prop_map(|at| at * 1000));
    let some_of = |names: &'static [&'static str]| {
        let set = prop::collection::btree_set(prop::sample::select(names).prop_map(str::to_string), 0..3);
        prop::option::weighted(0.3, set)
    };
    (time(), time(), some_of(&REGIONS), some_of(&ACCOUNTS)).prop_map(|(from, to, regions, accounts)| Bounds {
        from,
        to,
        regions,
        accounts,
    })
}

fn conditions() -> impl Strategy<Value = Vec<Expr>> {
    let day = (START / DAY - 3..START / DAY + 16).prop_map(|day| lit(ScalarValue::Date32(i32::try_from(day).ok())));
    let one = prop_oneof![
        (day.clone(), any::<bool>()).prop_map(|(day, above)| match above {
            true => col("day").gt_eq(day),
            false => col("day").lt(day),
        }),
        day.prop_map(|day| col("day").not_eq(day)),
        prop::sample::select(&REGIONS).prop_map(|region| col("region").not_eq(lit(region))),
        prop::sample::select(&ACCOUNTS).prop_map(|account| col("account").eq(lit(account))),
    ];
    prop::collection::vec(one, 0..3)
}

fn file(name: &str) -> LogFile {
    let key = key::parse(name);
    LogFile {
        origin: Origin::Local(name.into()),
        size: 1,
        modified: 0,
        delivered: key.delivered,
        key: key.into(),
        partition: [].into(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Both walks find every file but those in pruned folders, and none of those may hold a wanted record.
    #[test]
    fn no_wanted_file_is_lost(
        keys in keys(),
        bounds in bounds(),
        conditions in conditions(),
        late in prop_oneof![Just(Late::All), (0..3 * 86_400_u64).prop_map(|late| Late::Within(Duration::from_secs(late)))],
        page in 1..30_usize,
        prefix in prop::sample::select(vec!["", "AWSLogs/", "AWSLogs/1", "AWSLogs/111111111111/CloudTrail/eu-west-1/20"]),
    ) {
        let filter = FolderFilter::within(bounds.clone(), late).and_columns(&conditions);
        let below: BTreeSet<&String> = keys.iter().filter(|key| key.starts_with(prefix)).collect();
        let expected: Vec<String> = below
            .iter()
            .filter(|key| filter.pruned_above(key, prefix.len()).is_none())
            .map(|key| key.to_string())
            .collect();
        let store = Keys { keys: keys.clone(), page };
        let (names, pruned, _) = listed(&store, prefix, &filter);
        prop_assert_eq!(&names, &expected);

        let root = tempfile::tempdir().expect("a temporary folder");
        for key in &keys {
            let path = root.path().join(key);
            std::fs::create_dir_all(path.parent().expect("it has one")).expect("a writable folder");
            std::fs::write(path, "x").expect("a writable folder");
        }
        let start = root.path().join(prefix);
        let walked = match start.is_dir() {
            true => local::list(&start, &filter),
            false => local::list_beginning(root.path(), &start.to_string_lossy(), &filter),
        };
        let walked = walked.expect("the folder can be read");
        let within = format!("{}/", root.path().display());
        let mut names: Vec<String> =
            walked.files.iter().map(|file| file.name().strip_prefix(&within).expect("it is below").to_string()).collect();
        names.sort();
        if start.is_dir() {
            prop_assert_eq!(&names, &expected);
            prop_assert_eq!(walked.folders_pruned, pruned as u64);
        }

        if conditions.is_empty() {
            // Some files lie in folders that say of them what their own paths do not.
            let is_told_by_folder = |key: &str| key.contains("/more/") || key.contains("/vpcflowlogs/");
            let lost = below.into_iter().filter(|key| !expected.contains(key) && !is_told_by_folder(key));
            for key in lost {
                prop_assert!(!prune::may_hold(&file(key), &bounds, late), "{}", key);
            }
        }
        let (all, pruned, requests) = listed(&store, prefix, &FolderFilter::none());
        prop_assert_eq!(pruned, 0);
        prop_assert_eq!(requests, all.len().div_ceil(page).max(1) as u64);
    }
}

/// Two accounts, three regions, a file every five minutes of sixty days: 103,680 files.
fn large() -> Keys {
    let mut keys = BTreeSet::new();
    for account in 0..ACCOUNTS.len() {
        for region in 0..REGIONS.len() {
            for number in 0..60 * 288 {
                keys.insert(key_of(0, account, region, START + i64::try_from(number).unwrap_or(0) * 300, number));
            }
        }
    }
    Keys { keys, page: 1000 }
}

#[test]
fn a_question_about_little_takes_few_requests() {
    let keys = large();
    let between = |from: i64, to: i64| {
        let bounds = Bounds::between(Some((START + from) * 1000), Some((START + to) * 1000));
        FolderFilter::within(bounds, Late::Within(Duration::from_secs(7200)))
    };
    let (all, pruned, requests) = listed(&keys, "", &FolderFilter::none());
    assert_eq!((all.len(), pruned, requests), (103_680, 0, 104));
    // An hour of one day, in six regions: the bucket's first pages, the names of the folders above the regions, and for
    // each region a page, its years, months and days, and the day itself.
    let (hour, _, requests) = listed(&keys, "", &between(30 * DAY + 3600, 30 * DAY + 7200));
    assert_eq!(hour.len(), 6 * 288);
    assert!(requests <= 60, "{requests}");
    // Of one region alone.
    let one = between(30 * DAY, 31 * DAY - 8000)
        .and_columns(&[col("region").eq(lit("eu-west-1")), col("account").eq(lit("222222222222"))]);
    let (day, pruned, requests) = listed(&keys, "", &one);
    assert_eq!(day.len(), 288);
    assert!(pruned > 3 && requests <= 18, "{pruned} {requests}");
    // Everything, though the question has bounds.
    let (every, pruned, requests) = listed(&keys, "", &between(-DAY, 100 * DAY));
    assert_eq!((every.len(), pruned), (103_680, 0));
    assert!(requests <= 2 * 104, "{requests}");
}

/// Many small folders are read on page by page, past those that are pruned: never more requests than for everything.
#[test]
fn small_folders_take_no_request_each() {
    let mut keys = BTreeSet::new();
    for account in 0..200 {
        for number in 0..20 {
            let at = START + i64::from(number) * DAY;
            let day = text(at, "%Y/%m/%d");
            keys.insert(format!("AWSLogs/{account:012}/CloudTrail/us-east-1/{day}/{number}.json.gz"));
        }
    }
    let keys = Keys { keys, page: 1000 };
    let bounds = Bounds::between(Some((START + 5 * DAY) * 1000), Some((START + 6 * DAY - 1) * 1000));
    let (found, _, requests) = listed(&keys, "", &FolderFilter::within(bounds, Late::Within(Duration::ZERO)));
    assert_eq!(found.len(), 200);
    assert!(requests <= 5, "{requests}");
}

#[test]
fn a_small_bucket_takes_one_request() {
    let keys = Keys { keys: (0..900).map(|number| key_of(0, 0, 0, START + number * 600, 0)).collect(), page: 1000 };
    let bounds = Bounds::between(Some(START * 1000), Some((START + 3600) * 1000));
    let (found, pruned, requests) = listed(&keys, "", &FolderFilter::within(bounds, Late::Within(Duration::ZERO)));
    assert_eq!((found.len(), pruned, requests), (144, 6, 1));
}
