//! A trail as answers show it. What it does not have is left out.

use ashiato_meta::trails::{Selectors, Trail};

use crate::aws::generated::cloudtrail::{CreateTrailResponse, Trail as Shown, UpdateTrailResponse};

/// As GetTrail and DescribeTrails show it.
pub(super) fn trail(kept: Trail) -> Shown {
    Shown {
        sns_topic_name: kept.topic_arn.clone(),
        sns_topic_arn: kept.topic_arn,
        name: Some(kept.name),
        s3_bucket_name: Some(kept.bucket),
        s3_key_prefix: kept.prefix,
        include_global_service_events: Some(kept.includes_global_events),
        is_multi_region_trail: Some(kept.is_multi_region),
        home_region: Some(kept.region),
        trail_arn: Some(kept.arn),
        log_file_validation_enabled: Some(kept.validates_files),
        cloud_watch_logs_log_group_arn: kept.log_group_arn,
        cloud_watch_logs_role_arn: kept.log_role_arn,
        kms_key_id: kept.kms_key_arn,
        has_custom_event_selectors: Some(kept.selectors != Selectors::Unset),
        has_insight_selectors: Some(kept.insight_selectors.is_some()),
        is_organization_trail: Some(kept.is_organization),
        recursive_logging: Some(kept.records_own_calls),
    }
}

/// As CreateTrail answers it.
pub(super) fn created(kept: Trail) -> CreateTrailResponse {
    let shown = trail(kept);
    CreateTrailResponse {
        name: shown.name,
        s3_bucket_name: shown.s3_bucket_name,
        s3_key_prefix: shown.s3_key_prefix,
        sns_topic_name: shown.sns_topic_name,
        sns_topic_arn: shown.sns_topic_arn,
        include_global_service_events: shown.include_global_service_events,
        is_multi_region_trail: shown.is_multi_region_trail,
        trail_arn: shown.trail_arn,
        log_file_validation_enabled: shown.log_file_validation_enabled,
        cloud_watch_logs_log_group_arn: shown.cloud_watch_logs_log_group_arn,
        cloud_watch_logs_role_arn: shown.cloud_watch_logs_role_arn,
        kms_key_id: shown.kms_key_id,
        is_organization_trail: shown.is_organization_trail,
        recursive_logging: shown.recursive_logging,
    }
}

/// As UpdateTrail answers it: with the same members.
pub(super) fn updated(kept: Trail) -> UpdateTrailResponse {
    let shown = trail(kept);
    UpdateTrailResponse {
        name: shown.name,
        s3_bucket_name: shown.s3_bucket_name,
        s3_key_prefix: shown.s3_key_prefix,
        sns_topic_name: shown.sns_topic_name,
        sns_topic_arn: shown.sns_topic_arn,
        include_global_service_events: shown.include_global_service_events,
        is_multi_region_trail: shown.is_multi_region_trail,
        trail_arn: shown.trail_arn,
        log_file_validation_enabled: shown.log_file_validation_enabled,
        cloud_watch_logs_log_group_arn: shown.cloud_watch_logs_log_group_arn,
        cloud_watch_logs_role_arn: shown.cloud_watch_logs_role_arn,
        kms_key_id: shown.kms_key_id,
        is_organization_trail: shown.is_organization_trail,
        recursive_logging: shown.recursive_logging,
    }
}
