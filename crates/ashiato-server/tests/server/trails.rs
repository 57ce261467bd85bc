//! CloudTrail's operations on trails, by boto3 and by the AWS CLI.

use ashiato_meta::trail_keys::TrailKey;
use ashiato_meta::trail_status::{self, Delivered};
use ashiato_meta::{Millis, trail_keys};

use crate::running::Running;

const ARN: &str = "arn:aws:cloudtrail:eu-north-1:111122223333:trail/all";

/// Runs a script that begins with the buckets and names of `scripts/trails/prelude.py`.
#[track_caller]
fn passes(server: &Running, script: &str) {
    let prelude = include_str!("scripts/trails/prelude.py");
    let lists = format!("SERVED = '''{}'''", include_str!("../../operations/cloudtrail.txt"));
    if let Some(printed) = server.python(&format!("{lists}\n{prelude}\n{script}")) {
        assert_eq!(printed, "passed");
    }
}

#[test]
fn trails_are_made_changed_found_and_deleted() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/trails/settings.py"));
}

#[test]
fn trails_of_all_regions_are_seen_in_each_and_changed_at_home() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/trails/regions.py"));
}

#[test]
fn selectors_are_kept_within_their_limits() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/trails/selectors.py"));
}

#[test]
fn a_bucket_must_let_cloudtrail_in() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/trails/buckets.py"));
}

#[test]
fn a_role_must_let_cloudtrail_write_to_the_log_group() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/trails/log_groups.py"));
}

#[test]
fn a_topic_must_let_cloudtrail_publish() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/trails/topics.py"));
}

#[test]
fn each_declared_error_of_trails_is_told() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/trails/errors.py"));
}

#[test]
fn each_operation_on_a_trail_is_decided_on_the_trail() {
    let bob = include_str!("scripts/bob.py");
    passes(
        &Running::start_with_stored_keys(),
        &format!("{bob}\n\n{}", include_str!("scripts/trails/authorization.py")),
    );
}

#[test]
fn the_command_line_of_aws_makes_trails_and_subscriptions() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/trails/command_line.py"));
}

/// What a delivery would write, which is not what is tested here.
async fn write_deliveries(server: &Running) -> ashiato_meta::Result<()> {
    let kept = &server.state.kept;
    let mut tx = kept.meta.write().await?;
    trail_status::failed(&mut tx, ARN, Delivered::LogFile, Millis(1_700_000_001_000), "AccessDenied").await?;
    trail_status::succeeded(&mut tx, ARN, Delivered::Digest, Millis(1_700_000_002_500)).await?;
    trail_status::succeeded(&mut tx, ARN, Delivered::Notification, Millis(1_700_000_003_000)).await?;
    trail_status::failed(&mut tx, ARN, Delivered::Logs, Millis(1_700_000_004_000), "no group").await?;
    for (name, from, until) in [("one", 1000, 2000), ("two", 1500, 3000)] {
        let key = TrailKey {
            fingerprint: name.to_string(),
            public_key: "AAEC".to_string(),
            valid_from: Millis(from * 1000),
            valid_until: Millis(until * 1000),
        };
        let nonce = [name.len() as u8 + (from % 251) as u8; 12];
        trail_keys::create(&mut tx, &kept.keys, &key, b"private", nonce).await?;
    }
    tx.commit().await
}

#[test]
fn status_and_keys_are_told_as_deliveries_left_them() {
    let server = Running::start_with_stored_keys();
    passes(&server, "trails.create_trail(Name='all', S3BucketName='logs')\nprint('passed')");
    if server.python("print()").is_some() {
        server.block_on(write_deliveries(&server)).expect("it is written");
        passes(&server, include_str!("scripts/trails/status.py"));
    }
}
