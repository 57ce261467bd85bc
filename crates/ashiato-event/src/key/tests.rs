use super::*;
use crate::civil::day_number;
use proptest::prelude::*;

/// 2023-07-10T12:25Z.
const JULY: i64 = 1_688_991_900;

fn log() -> LogKey {
    LogKey {
        account: Some("218007301253".into()),
        region: Some("us-east-1".into()),
        day: Some((2023, 7, 10)),
        delivered: Some(JULY),
        ..LogKey::default()
    }
}

#[test]
fn layouts() {
    const NAME: &str = "218007301253_CloudTrail_us-east-1_20230710T1225Z_qWyTCPHzELqDMshA.json.gz";
    let organization = LogKey { organization: Some("o-abcd".into()), ..log() };
    let kind = |kind| LogKey { kind, ..log() };
    let cases: Vec<(String, LogKey)> = vec![
        (format!("AWSLogs/218007301253/CloudTrail/us-east-1/2023/07/10/{NAME}"), log()),
        (format!("a/b/AWSLogs/218007301253/CloudTrail/us-east-1/2023/07/10/{NAME}"), log()),
        (format!("AWSLogs/x/AWSLogs/218007301253/CloudTrail/us-east-1/2023/07/10/{NAME}"), log()),
        (format!("AWSLogs/o-abcd/218007301253/CloudTrail/us-east-1/2023/07/10/{NAME}"), organization.clone()),
        (format!("/case 7/o-abcd/218007301253/CloudTrail/us-east-1/2023/07/10/{NAME}"), organization),
        (format!("/case/us-east-1/2023/07/10/{NAME}"), log()),
        (format!("/case/2023/07/10/{NAME}"), log()),
        (format!("/case/07/10/{NAME}"), log()),
        (NAME.into(), log()),
        (NAME.replace(".gz", ""), log()),
        (NAME.replace(".gz", ".zst"), log()),
        (NAME.replace(".json.gz", " (1).json.gz"), log()),
        ("218007301253_CloudTrail_us-east-1_20230710T1225Z.json".into(), log()),
        ("218007301253_CloudTrail_us-east-1-20230710T1225.json".into(), log()),
        ("218007301253_CloudTrail-Insight_us-east-1_20230710T1225Z_a.json.gz".into(), kind(LogKind::Insight)),
        ("218007301253_CloudTrail-Aggregated_us-east-1_20230710T1225Z_a.json.gz".into(), kind(LogKind::Aggregated)),
    ];
    for (path, expected) in cases {
        assert_eq!(parse(&path), expected, "{path}");
    }
}

#[test]
fn parts_that_are_missing_stay_missing() {
    let day = LogKey { day: Some((2023, 7, 10)), region: Some("us-east-1".into()), ..LogKey::default() };
    let tree = LogKey { account: Some("218007301253".into()), ..day.clone() };
    let cases = [
        ("", LogKey::default()),
        ("/", LogKey::default()),
        ("events.json", LogKey::default()),
        ("exports/2023/07/10/events.json", LogKey::default()),
        ("us-east-1/2023/07/10/events.json", day.clone()),
        ("/case/us-east-1/2023/07/10/events.json", day),
        ("AWSLogs/218007301253/CloudTrail/us-east-1/2023/07/10/renamed.json.gz", tree),
        ("AWSLogs/2023/07/10/x.json", LogKey { day: Some((2023, 7, 10)), ..LogKey::default() }),
        ("us-east-1/2023/02/30/x.json", LogKey::default()),
        (
            "CloudTrail-Digest/us-east-1/x.json",
            LogKey { kind: LogKind::Digest, region: Some("us-east-1".into()), ..LogKey::default() },
        ),
        ("218007301253_CloudTrail_global_20230710T1225Z_a.json", LogKey { region: None, ..log() }),
        (
            "218007301253_CloudTrail_us-east-1_20230710T2560Z_a.json",
            LogKey { account: Some("218007301253".into()), ..LogKey::default() },
        ),
        ("21800730125_CloudTrail_us-east-1_20230710T1225Z_a.json", LogKey::default()),
        (
            "218007301253_CloudTrail_\u{fffd}_20230710T1225Z\u{e9}.json",
            LogKey { account: Some("218007301253".into()), ..LogKey::default() },
        ),
    ];
    for (path, expected) in cases {
        assert_eq!(parse(path), expected, "{path}");
    }
}

#[test]
fn where_folder_and_name_contradict_each_other_neither_is_believed() {
    const NAME: &str = "218007301253_CloudTrail_us-east-1_20230710T1225Z_qWyTCPHzELqDMshA.json.gz";
    let cases = [
        ("AWSLogs/999999999999/CloudTrail/us-east-1/2023/07/10/", LogKey { account: None, ..log() }),
        ("AWSLogs/218007301253/CloudTrail/eu-west-1/2023/07/10/", LogKey { region: None, ..log() }),
        ("AWSLogs/218007301253/CloudTrail/us-east-1/2023/07/11/", LogKey { day: None, delivered: None, ..log() }),
        ("AWSLogs/218007301253/CloudTrail-Digest/us-east-1/2023/07/10/", log()),
    ];
    for (folder, expected) in cases {
        assert_eq!(parse(&format!("{folder}{NAME}")), expected, "{folder}");
    }
}

#[test]
fn digests() {
    let expected = |name: &str, is_backfill| LogKey {
        kind: LogKind::Digest,
        delivered: Some(JULY + 7),
        trail: Some(DigestTrail { name: name.into(), home_region: "eu-west-1".into(), is_backfill }),
        ..log()
    };
    let folder = "AWSLogs/218007301253/CloudTrail-Digest/us-east-1/2023/07/10";
    for (trail, end, is_backfill) in
        [("audit", "", false), ("a_b.c-d", "_backfill", true), ("t_20200101T0000Z", "", false)]
    {
        let path = format!(
            "{folder}/218007301253_CloudTrail-Digest_us-east-1_{trail}_eu-west-1_20230710T122507Z{end}.json.gz"
        );
        assert_eq!(parse(&path), expected(trail, is_backfill), "{path}");
        assert_eq!(expected(trail, is_backfill).path(""), Some(path));
    }
}

#[test]
fn a_key_that_lacks_a_part_has_no_path() {
    assert_eq!(LogKey { account: None, ..log() }.path("a"), None);
    assert_eq!(LogKey { region: None, ..log() }.path("a"), None);
    assert_eq!(LogKey { delivered: None, ..log() }.path("a"), None);
    assert_eq!(LogKey { kind: LogKind::Digest, ..log() }.path("a"), None);
}

prop_compose! {
    fn keys()(
        organization in proptest::option::of("o-[a-z0-9]{10,32}"),
        account in "[0-9]{12}",
        kind in prop::sample::select(LogKind::ALL.to_vec()),
        region in "(us|eu|ap|ca|me|cn)(-gov|-iso|-isob)?-(east|west|central|northeast)-[1-9]",
        minutes in 0..60_000_000_i64,
        second in 0..60_i64,
        trail in "[A-Za-z0-9][A-Za-z0-9._-]{1,30}[A-Za-z0-9]",
        home_region in "(us|eu)-(east|west)-[1-9]",
        is_backfill: bool,
    ) -> LogKey {
        let is_digest = kind == LogKind::Digest;
        let delivered = minutes * 60 + if is_digest { second } else { 0 };
        LogKey {
            organization,
            account: Some(account),
            kind,
            region: Some(region),
            day: Some(date(delivered.div_euclid(DAY_SECONDS))),
            delivered: Some(delivered),
            trail: is_digest.then_some(DigestTrail { name: trail, home_region, is_backfill }),
        }
    }
}

proptest! {
    #[test]
    fn a_path_tells_its_key(key in keys(), suffix in "[A-Za-z0-9]{16}", prefix in "([a-zA-Z0-9._-]{1,8}/){0,3}") {
        let path = key.path(&suffix).expect("every part is there");
        prop_assert_eq!(&parse(&format!("{prefix}{path}")), &key);
        // The name alone tells all but the organization.
        let name = path.rsplit('/').next().expect("a split has a last part");
        prop_assert_eq!(parse(name), LogKey { organization: None, ..key });
    }

    #[test]
    fn any_text_is_read_without_a_fault(path in "(AWSLogs|[0-9]{2,12}|CloudTrail(-Digest)?|us-east-1|[_/T.Z-]|\\PC){0,24}") {
        let key = parse(&path);
        if let Some((year, month, day)) = key.day {
            prop_assert!(day_number(year, month, day).is_some());
        }
    }
}
