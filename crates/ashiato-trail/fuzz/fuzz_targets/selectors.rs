//! Any JSON as event selectors is taken or refused, and what is taken is kept as it is and can be asked.
//!
//! The same is tried on pieces of selectors by `no_json_panics_as_selectors` in the tests.
#![no_main]

use ashiato_trail::selectors::{AdvancedEventSelector, EventFacts, EventSelector, Purpose, Selectors};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let basic = serde_json::from_str::<Vec<EventSelector>>(text).ok();
    let advanced = serde_json::from_str::<Vec<AdvancedEventSelector>>(text).ok();
    for (basic, advanced) in [(basic, None), (None, advanced)] {
        let Ok(selectors) = Selectors::of_request(basic, advanced, Purpose::Trail) else { continue };
        let kept = serde_json::to_string(&selectors).expect("they are kept as JSON");
        assert_eq!(serde_json::from_str::<Selectors>(&kept).expect("as they were"), selectors);
        let event = EventFacts {
            category: "Data",
            name: "PutObject",
            source: "s3.amazonaws.com",
            event_type: "AwsApiCall",
            read_only: None,
            resources: &[],
            session_credential_from_console: false,
            user_identity_arn: None,
            vpc_endpoint_id: None,
            error_code: None,
        };
        let _ = selectors.wants(&event);
    }
});
