//! The columns of a CloudTrail Lake event data store of CloudTrail events, in the order of the CloudTrail User Guide.

use std::sync::{Arc, LazyLock};

use arrow::datatypes::{DataType, Field, FieldRef, Schema, SchemaRef, TimeUnit};

use super::{list, structure, text, text_map};

static LAKE: LazyLock<SchemaRef> = LazyLock::new(|| Arc::new(Schema::new(columns())));

/// The event schema of a store: times are timestamps, flags booleans, request and response maps of text.
pub fn lake() -> SchemaRef {
    LAKE.clone()
}

fn columns() -> Vec<FieldRef> {
    vec![
        text("eventversion"),
        user_identity(),
        time("eventtime"),
        text("eventsource"),
        text("eventname"),
        text("awsregion"),
        text("sourceipaddress"),
        text("useragent"),
        text("errorcode"),
        text("errormessage"),
        text_map("requestparameters"),
        text_map("responseelements"),
        text_map("additionaleventdata"),
        text("requestid"),
        text("eventid"),
        flag("readonly"),
        list("resources", DataType::Struct(["accountid", "type", "arn", "arnprefix"].map(text).to_vec().into())),
        text("eventtype"),
        text("apiversion"),
        flag("managementevent"),
        text("recipientaccountid"),
        text("sharedeventid"),
        text("annotation"),
        text("vpcendpointid"),
        text("vpcendpointaccountid"),
        text_map("serviceeventdetails"),
        text_map("addendum"),
        text_map("edgedevicedetails"),
        text_map("insightdetails"),
        text("eventcategory"),
        structure("tlsdetails", ["tlsversion", "ciphersuite", "clientprovidedhostheader"].map(text).to_vec()),
        text("sessioncredentialfromconsole"),
        text("eventcontext"),
        text("eventjson"),
        text("eventjsonchecksum"),
    ]
}

fn time(name: &str) -> FieldRef {
    Arc::new(Field::new(name, DataType::Timestamp(TimeUnit::Millisecond, None), true))
}

fn flag(name: &str) -> FieldRef {
    Arc::new(Field::new(name, DataType::Boolean, true))
}

fn user_identity() -> FieldRef {
    let issuer = ["type", "principalid", "arn", "accountid", "username"].map(text).to_vec();
    let session = vec![
        structure("attributes", vec![time("creationdate"), text("mfaauthenticated")]),
        structure("sessionissuer", issuer),
        structure("webidfederationdata", vec![text("federatedprovider"), text_map("attributes")]),
        text("sourceidentity"),
        text("ec2roledelivery"),
        text("ec2issuedinvpc"),
    ];
    let in_scope_of = ["sourcearn", "sourceaccount", "issuertype", "credentialsissuedto"].map(text).to_vec();
    structure(
        "useridentity",
        vec![
            text("type"),
            text("principalid"),
            text("arn"),
            text("accountid"),
            text("accesskeyid"),
            text("username"),
            structure("sessioncontext", session),
            structure("onbehalfof", ["userid", "identitystorearn"].map(text).to_vec()),
            structure("inscopeof", in_scope_of),
            text("invokedby"),
            text("identityprovider"),
        ],
    )
}
