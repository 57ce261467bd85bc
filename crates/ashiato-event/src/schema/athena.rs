//! The columns of the CloudTrail table in the Athena User Guide, "Create a table for CloudTrail logs in Athena using
//! manual partitioning", in its order.

use std::sync::{Arc, LazyLock};

use arrow::datatypes::{DataType, FieldRef, Schema, SchemaRef};

use super::{list, structure, text, text_map};

static ATHENA: LazyLock<SchemaRef> = LazyLock::new(|| Arc::new(Schema::new(columns())));

/// The table that Athena's users know as `cloudtrail_logs`: every scalar a string, request and response the JSON text
/// as it stood in the log, all names lower-case.
pub fn athena() -> SchemaRef {
    ATHENA.clone()
}

fn columns() -> Vec<FieldRef> {
    vec![
        text("eventversion"),
        user_identity(),
        text("eventtime"),
        text("eventsource"),
        text("eventname"),
        text("awsregion"),
        text("sourceipaddress"),
        text("useragent"),
        text("errorcode"),
        text("errormessage"),
        text("requestparameters"),
        text("responseelements"),
        text("additionaleventdata"),
        text("requestid"),
        text("eventid"),
        resources(),
        text("eventtype"),
        text("apiversion"),
        text("readonly"),
        text("recipientaccountid"),
        text("serviceeventdetails"),
        text("sharedeventid"),
        text("vpcendpointid"),
        text("vpcendpointaccountid"),
        text("eventcategory"),
        structure("addendum", ["reason", "updatedfields", "originalrequestid", "originaleventid"].map(text).to_vec()),
        text("sessioncredentialfromconsole"),
        text("edgedevicedetails"),
        structure("tlsdetails", ["tlsversion", "ciphersuite", "clientprovidedhostheader"].map(text).to_vec()),
    ]
}

fn user_identity() -> FieldRef {
    let attributes = structure("attributes", ["mfaauthenticated", "creationdate"].map(text).to_vec());
    let issuer = ["type", "principalid", "arn", "accountid", "username"].map(text).to_vec();
    let federation = vec![text("federatedprovider"), text_map("attributes")];
    let session = vec![
        attributes,
        structure("sessionissuer", issuer),
        text("ec2roledelivery"),
        structure("webidfederationdata", federation),
    ];
    structure(
        "useridentity",
        vec![
            text("type"),
            text("principalid"),
            text("arn"),
            text("accountid"),
            text("invokedby"),
            text("accesskeyid"),
            text("username"),
            structure("onbehalfof", ["userid", "identitystorearn"].map(text).to_vec()),
            structure("sessioncontext", session),
        ],
    )
}

fn resources() -> FieldRef {
    list("resources", DataType::Struct(["arn", "accountid", "type"].map(text).to_vec().into()))
}
