//! The limits of this service's served operations.

use crate::aws::schema::{List, Map, Member, Pattern, Shape, Structure, Text};

static PATTERN_6: Pattern =
    Pattern::new(r#"[\u0009\u000A\u000D\u0020-\u00FF]+"#, r#"\A(?:[\x{0009}\x{000A}\x{000D}\x{0020}-\x{00FF}]+)\z"#);
static PATTERN_4: Pattern = Pattern::new(r#"[\u0020-\u00FF]*"#, r#"\A(?:[\x{0020}-\x{00FF}]*)\z"#);
static PATTERN_5: Pattern = Pattern::new(r#"[\w]+"#, r#"\A(?:[A-Za-z0-9_]+)\z"#);
static PATTERN_7: Pattern = Pattern::new(r#"^([a-z]+-){2,3}\d+$"#, r#"\A(?:^([a-z]+-){2,3}[0-9]+$)\z"#);
static PATTERN_2: Pattern = Pattern::new(r#"^[a-f0-9]+$"#, r#"\A(?:^[a-f0-9]+$)\z"#);
static PATTERN_8: Pattern = Pattern::new(r#"^[a-zA-Z0-9-_.]+$"#, r#"\A(?:^[a-zA-Z0-9-_.]+$)\z"#);
static PATTERN_1: Pattern = Pattern::new(r#"^[a-zA-Z0-9:/_-]+$"#, r#"\A(?:^[a-zA-Z0-9:/_-]+$)\z"#);
static PATTERN_3: Pattern = Pattern::new(r#"cluster-[2-7a-zA-Z]{11,16}"#, r#"\A(?:cluster-[2-7a-zA-Z]{11,16})\z"#);
static AWS_ACCOUNT_ID_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static ALIAS_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&ALIAS_LIST_ENTRY), wire: "member", min: 0, max: u64::MAX });
pub static ALIAS_LIST_ENTRY: Structure = Structure {
    name: "AliasListEntry",
    members: &[
        Member { name: "AliasName", shape: &ALIAS_NAME_TYPE_SHAPE, is_required: false },
        Member { name: "AliasArn", shape: &ARN_TYPE_SHAPE, is_required: false },
        Member { name: "TargetKeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: false },
        Member { name: "CreationDate", shape: &DATE_TYPE_SHAPE, is_required: false },
        Member { name: "LastUpdatedDate", shape: &DATE_TYPE_SHAPE, is_required: false },
    ],
};
static ALIAS_NAME_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 256, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static ARN_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 20, max: 2048, pattern: None, values: &[], is_sensitive: false });
static ATTESTATION_DOCUMENT_TYPE_SHAPE: Shape = Shape::Blob { min: 1, max: 262144 };
static BACKING_KEY_ID_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 64, max: 64, pattern: Some(&PATTERN_2), values: &[], is_sensitive: false });
static BOOLEAN_TYPE_SHAPE: Shape = Shape::Boolean;
pub static CANCEL_KEY_DELETION_REQUEST: Structure = Structure {
    name: "CancelKeyDeletionRequest",
    members: &[Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true }],
};
pub static CANCEL_KEY_DELETION_RESPONSE: Structure = Structure {
    name: "CancelKeyDeletionResponse",
    members: &[Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: false }],
};
static CIPHERTEXT_TYPE_SHAPE: Shape = Shape::Blob { min: 1, max: 6144 };
static CLOUD_HSM_CLUSTER_ID_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 19, max: 24, pattern: Some(&PATTERN_3), values: &[], is_sensitive: false });
pub static CREATE_ALIAS_REQUEST: Structure = Structure {
    name: "CreateAliasRequest",
    members: &[
        Member { name: "AliasName", shape: &ALIAS_NAME_TYPE_SHAPE, is_required: true },
        Member { name: "TargetKeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true },
    ],
};
pub static CREATE_KEY_REQUEST: Structure = Structure {
    name: "CreateKeyRequest",
    members: &[
        Member { name: "Policy", shape: &POLICY_TYPE_SHAPE, is_required: false },
        Member { name: "Description", shape: &DESCRIPTION_TYPE_SHAPE, is_required: false },
        Member { name: "KeyUsage", shape: &KEY_USAGE_TYPE_SHAPE, is_required: false },
        Member { name: "CustomerMasterKeySpec", shape: &CUSTOMER_MASTER_KEY_SPEC_SHAPE, is_required: false },
        Member { name: "KeySpec", shape: &KEY_SPEC_SHAPE, is_required: false },
        Member { name: "Origin", shape: &ORIGIN_TYPE_SHAPE, is_required: false },
        Member { name: "CustomKeyStoreId", shape: &CUSTOM_KEY_STORE_ID_TYPE_SHAPE, is_required: false },
        Member { name: "BypassPolicyLockoutSafetyCheck", shape: &BOOLEAN_TYPE_SHAPE, is_required: false },
        Member { name: "Tags", shape: &TAG_LIST_SHAPE, is_required: false },
        Member { name: "MultiRegion", shape: &NULLABLE_BOOLEAN_TYPE_SHAPE, is_required: false },
        Member { name: "XksKeyId", shape: &XKS_KEY_ID_TYPE_SHAPE, is_required: false },
    ],
};
pub static CREATE_KEY_RESPONSE: Structure = Structure {
    name: "CreateKeyResponse",
    members: &[Member { name: "KeyMetadata", shape: &Shape::Structure(&KEY_METADATA), is_required: false }],
};
static CUSTOM_KEY_STORE_ID_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 64, pattern: None, values: &[], is_sensitive: false });
static CUSTOMER_MASTER_KEY_SPEC_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &[
        "RSA_2048",
        "RSA_3072",
        "RSA_4096",
        "ECC_NIST_P256",
        "ECC_NIST_P384",
        "ECC_NIST_P521",
        "ECC_SECG_P256K1",
        "SYMMETRIC_DEFAULT",
        "HMAC_224",
        "HMAC_256",
        "HMAC_384",
        "HMAC_512",
        "SM2",
    ],
    is_sensitive: false,
});
static DATA_KEY_SPEC_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["AES_256", "AES_128"], is_sensitive: false });
static DATE_TYPE_SHAPE: Shape = Shape::Timestamp;
pub static DECRYPT_REQUEST: Structure = Structure {
    name: "DecryptRequest",
    members: &[
        Member { name: "CiphertextBlob", shape: &CIPHERTEXT_TYPE_SHAPE, is_required: false },
        Member { name: "EncryptionContext", shape: &ENCRYPTION_CONTEXT_TYPE_SHAPE, is_required: false },
        Member { name: "GrantTokens", shape: &GRANT_TOKEN_LIST_SHAPE, is_required: false },
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: false },
        Member { name: "EncryptionAlgorithm", shape: &ENCRYPTION_ALGORITHM_SPEC_SHAPE, is_required: false },
        Member { name: "Recipient", shape: &Shape::Structure(&RECIPIENT_INFO), is_required: false },
        Member { name: "DryRun", shape: &NULLABLE_BOOLEAN_TYPE_SHAPE, is_required: false },
        Member { name: "DryRunModifiers", shape: &DRY_RUN_MODIFIER_LIST_SHAPE, is_required: false },
    ],
};
pub static DECRYPT_RESPONSE: Structure = Structure {
    name: "DecryptResponse",
    members: &[
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: false },
        Member { name: "Plaintext", shape: &PLAINTEXT_TYPE_SHAPE, is_required: false },
        Member { name: "EncryptionAlgorithm", shape: &ENCRYPTION_ALGORITHM_SPEC_SHAPE, is_required: false },
        Member { name: "CiphertextForRecipient", shape: &CIPHERTEXT_TYPE_SHAPE, is_required: false },
        Member { name: "KeyMaterialId", shape: &BACKING_KEY_ID_TYPE_SHAPE, is_required: false },
    ],
};
pub static DELETE_ALIAS_REQUEST: Structure = Structure {
    name: "DeleteAliasRequest",
    members: &[Member { name: "AliasName", shape: &ALIAS_NAME_TYPE_SHAPE, is_required: true }],
};
pub static DESCRIBE_KEY_REQUEST: Structure = Structure {
    name: "DescribeKeyRequest",
    members: &[
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true },
        Member { name: "GrantTokens", shape: &GRANT_TOKEN_LIST_SHAPE, is_required: false },
    ],
};
pub static DESCRIBE_KEY_RESPONSE: Structure = Structure {
    name: "DescribeKeyResponse",
    members: &[Member { name: "KeyMetadata", shape: &Shape::Structure(&KEY_METADATA), is_required: false }],
};
static DESCRIPTION_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 8192, pattern: None, values: &[], is_sensitive: false });
pub static DISABLE_KEY_REQUEST: Structure = Structure {
    name: "DisableKeyRequest",
    members: &[Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true }],
};
pub static DISABLE_KEY_ROTATION_REQUEST: Structure = Structure {
    name: "DisableKeyRotationRequest",
    members: &[Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true }],
};
static DRY_RUN_MODIFIER_LIST_SHAPE: Shape =
    Shape::List(List { member: &DRY_RUN_MODIFIER_TYPE_SHAPE, wire: "member", min: 0, max: u64::MAX });
static DRY_RUN_MODIFIER_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["IGNORE_CIPHERTEXT"], is_sensitive: false });
pub static ENABLE_KEY_REQUEST: Structure = Structure {
    name: "EnableKeyRequest",
    members: &[Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true }],
};
pub static ENABLE_KEY_ROTATION_REQUEST: Structure = Structure {
    name: "EnableKeyRotationRequest",
    members: &[
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true },
        Member { name: "RotationPeriodInDays", shape: &ROTATION_PERIOD_IN_DAYS_TYPE_SHAPE, is_required: false },
    ],
};
static ENCAPSULATION_ALGORITHM_SPEC_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["ML_KEM"], is_sensitive: false });
static ENCAPSULATION_ALGORITHM_SPEC_LIST_SHAPE: Shape =
    Shape::List(List { member: &ENCAPSULATION_ALGORITHM_SPEC_SHAPE, wire: "member", min: 0, max: u64::MAX });
pub static ENCRYPT_REQUEST: Structure = Structure {
    name: "EncryptRequest",
    members: &[
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true },
        Member { name: "Plaintext", shape: &PLAINTEXT_TYPE_SHAPE, is_required: true },
        Member { name: "EncryptionContext", shape: &ENCRYPTION_CONTEXT_TYPE_SHAPE, is_required: false },
        Member { name: "GrantTokens", shape: &GRANT_TOKEN_LIST_SHAPE, is_required: false },
        Member { name: "EncryptionAlgorithm", shape: &ENCRYPTION_ALGORITHM_SPEC_SHAPE, is_required: false },
        Member { name: "DryRun", shape: &NULLABLE_BOOLEAN_TYPE_SHAPE, is_required: false },
    ],
};
pub static ENCRYPT_RESPONSE: Structure = Structure {
    name: "EncryptResponse",
    members: &[
        Member { name: "CiphertextBlob", shape: &CIPHERTEXT_TYPE_SHAPE, is_required: false },
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: false },
        Member { name: "EncryptionAlgorithm", shape: &ENCRYPTION_ALGORITHM_SPEC_SHAPE, is_required: false },
    ],
};
static ENCRYPTION_ALGORITHM_SPEC_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"],
    is_sensitive: false,
});
static ENCRYPTION_ALGORITHM_SPEC_LIST_SHAPE: Shape =
    Shape::List(List { member: &ENCRYPTION_ALGORITHM_SPEC_SHAPE, wire: "member", min: 0, max: u64::MAX });
static ENCRYPTION_CONTEXT_KEY_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static ENCRYPTION_CONTEXT_TYPE_SHAPE: Shape = Shape::Map(Map {
    key: &ENCRYPTION_CONTEXT_KEY_SHAPE,
    value: &ENCRYPTION_CONTEXT_VALUE_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 0,
    max: u64::MAX,
});
static ENCRYPTION_CONTEXT_VALUE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static EXPIRATION_MODEL_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["KEY_MATERIAL_EXPIRES", "KEY_MATERIAL_DOES_NOT_EXPIRE"],
    is_sensitive: false,
});
pub static GENERATE_DATA_KEY_REQUEST: Structure = Structure {
    name: "GenerateDataKeyRequest",
    members: &[
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true },
        Member { name: "EncryptionContext", shape: &ENCRYPTION_CONTEXT_TYPE_SHAPE, is_required: false },
        Member { name: "NumberOfBytes", shape: &NUMBER_OF_BYTES_TYPE_SHAPE, is_required: false },
        Member { name: "KeySpec", shape: &DATA_KEY_SPEC_SHAPE, is_required: false },
        Member { name: "GrantTokens", shape: &GRANT_TOKEN_LIST_SHAPE, is_required: false },
        Member { name: "Recipient", shape: &Shape::Structure(&RECIPIENT_INFO), is_required: false },
        Member { name: "DryRun", shape: &NULLABLE_BOOLEAN_TYPE_SHAPE, is_required: false },
    ],
};
pub static GENERATE_DATA_KEY_RESPONSE: Structure = Structure {
    name: "GenerateDataKeyResponse",
    members: &[
        Member { name: "CiphertextBlob", shape: &CIPHERTEXT_TYPE_SHAPE, is_required: false },
        Member { name: "Plaintext", shape: &PLAINTEXT_TYPE_SHAPE, is_required: false },
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: false },
        Member { name: "CiphertextForRecipient", shape: &CIPHERTEXT_TYPE_SHAPE, is_required: false },
        Member { name: "KeyMaterialId", shape: &BACKING_KEY_ID_TYPE_SHAPE, is_required: false },
    ],
};
pub static GENERATE_DATA_KEY_WITHOUT_PLAINTEXT_REQUEST: Structure = Structure {
    name: "GenerateDataKeyWithoutPlaintextRequest",
    members: &[
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true },
        Member { name: "EncryptionContext", shape: &ENCRYPTION_CONTEXT_TYPE_SHAPE, is_required: false },
        Member { name: "KeySpec", shape: &DATA_KEY_SPEC_SHAPE, is_required: false },
        Member { name: "NumberOfBytes", shape: &NUMBER_OF_BYTES_TYPE_SHAPE, is_required: false },
        Member { name: "GrantTokens", shape: &GRANT_TOKEN_LIST_SHAPE, is_required: false },
        Member { name: "DryRun", shape: &NULLABLE_BOOLEAN_TYPE_SHAPE, is_required: false },
    ],
};
pub static GENERATE_DATA_KEY_WITHOUT_PLAINTEXT_RESPONSE: Structure = Structure {
    name: "GenerateDataKeyWithoutPlaintextResponse",
    members: &[
        Member { name: "CiphertextBlob", shape: &CIPHERTEXT_TYPE_SHAPE, is_required: false },
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: false },
        Member { name: "KeyMaterialId", shape: &BACKING_KEY_ID_TYPE_SHAPE, is_required: false },
    ],
};
pub static GENERATE_RANDOM_REQUEST: Structure = Structure {
    name: "GenerateRandomRequest",
    members: &[
        Member { name: "NumberOfBytes", shape: &NUMBER_OF_BYTES_TYPE_SHAPE, is_required: false },
        Member { name: "CustomKeyStoreId", shape: &CUSTOM_KEY_STORE_ID_TYPE_SHAPE, is_required: false },
        Member { name: "Recipient", shape: &Shape::Structure(&RECIPIENT_INFO), is_required: false },
    ],
};
pub static GENERATE_RANDOM_RESPONSE: Structure = Structure {
    name: "GenerateRandomResponse",
    members: &[
        Member { name: "Plaintext", shape: &PLAINTEXT_TYPE_SHAPE, is_required: false },
        Member { name: "CiphertextForRecipient", shape: &CIPHERTEXT_TYPE_SHAPE, is_required: false },
    ],
};
pub static GET_KEY_POLICY_REQUEST: Structure = Structure {
    name: "GetKeyPolicyRequest",
    members: &[
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true },
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_SHAPE, is_required: false },
    ],
};
pub static GET_KEY_POLICY_RESPONSE: Structure = Structure {
    name: "GetKeyPolicyResponse",
    members: &[
        Member { name: "Policy", shape: &POLICY_TYPE_SHAPE, is_required: false },
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_SHAPE, is_required: false },
    ],
};
pub static GET_KEY_ROTATION_STATUS_REQUEST: Structure = Structure {
    name: "GetKeyRotationStatusRequest",
    members: &[Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true }],
};
pub static GET_KEY_ROTATION_STATUS_RESPONSE: Structure = Structure {
    name: "GetKeyRotationStatusResponse",
    members: &[
        Member { name: "KeyRotationEnabled", shape: &BOOLEAN_TYPE_SHAPE, is_required: false },
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: false },
        Member { name: "RotationPeriodInDays", shape: &ROTATION_PERIOD_IN_DAYS_TYPE_SHAPE, is_required: false },
        Member { name: "NextRotationDate", shape: &DATE_TYPE_SHAPE, is_required: false },
        Member { name: "OnDemandRotationStartDate", shape: &DATE_TYPE_SHAPE, is_required: false },
    ],
};
static GRANT_TOKEN_LIST_SHAPE: Shape =
    Shape::List(List { member: &GRANT_TOKEN_TYPE_SHAPE, wire: "member", min: 0, max: 10 });
static GRANT_TOKEN_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 8192, pattern: None, values: &[], is_sensitive: false });
static KEY_AGREEMENT_ALGORITHM_SPEC_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["ECDH"], is_sensitive: false });
static KEY_AGREEMENT_ALGORITHM_SPEC_LIST_SHAPE: Shape =
    Shape::List(List { member: &KEY_AGREEMENT_ALGORITHM_SPEC_SHAPE, wire: "member", min: 0, max: u64::MAX });
static KEY_ENCRYPTION_MECHANISM_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["RSAES_OAEP_SHA_256"], is_sensitive: false });
static KEY_ID_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 2048, pattern: None, values: &[], is_sensitive: false });
static KEY_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&KEY_LIST_ENTRY), wire: "member", min: 0, max: u64::MAX });
pub static KEY_LIST_ENTRY: Structure = Structure {
    name: "KeyListEntry",
    members: &[
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: false },
        Member { name: "KeyArn", shape: &ARN_TYPE_SHAPE, is_required: false },
    ],
};
static KEY_MANAGER_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["AWS", "CUSTOMER"], is_sensitive: false });
pub static KEY_METADATA: Structure = Structure {
    name: "KeyMetadata",
    members: &[
        Member { name: "AWSAccountId", shape: &AWS_ACCOUNT_ID_TYPE_SHAPE, is_required: false },
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true },
        Member { name: "Arn", shape: &ARN_TYPE_SHAPE, is_required: false },
        Member { name: "CreationDate", shape: &DATE_TYPE_SHAPE, is_required: false },
        Member { name: "Enabled", shape: &BOOLEAN_TYPE_SHAPE, is_required: false },
        Member { name: "Description", shape: &DESCRIPTION_TYPE_SHAPE, is_required: false },
        Member { name: "KeyUsage", shape: &KEY_USAGE_TYPE_SHAPE, is_required: false },
        Member { name: "KeyState", shape: &KEY_STATE_SHAPE, is_required: false },
        Member { name: "DeletionDate", shape: &DATE_TYPE_SHAPE, is_required: false },
        Member { name: "ValidTo", shape: &DATE_TYPE_SHAPE, is_required: false },
        Member { name: "Origin", shape: &ORIGIN_TYPE_SHAPE, is_required: false },
        Member { name: "CustomKeyStoreId", shape: &CUSTOM_KEY_STORE_ID_TYPE_SHAPE, is_required: false },
        Member { name: "CloudHsmClusterId", shape: &CLOUD_HSM_CLUSTER_ID_TYPE_SHAPE, is_required: false },
        Member { name: "ExpirationModel", shape: &EXPIRATION_MODEL_TYPE_SHAPE, is_required: false },
        Member { name: "KeyManager", shape: &KEY_MANAGER_TYPE_SHAPE, is_required: false },
        Member { name: "CustomerMasterKeySpec", shape: &CUSTOMER_MASTER_KEY_SPEC_SHAPE, is_required: false },
        Member { name: "KeySpec", shape: &KEY_SPEC_SHAPE, is_required: false },
        Member { name: "EncryptionAlgorithms", shape: &ENCRYPTION_ALGORITHM_SPEC_LIST_SHAPE, is_required: false },
        Member { name: "SigningAlgorithms", shape: &SIGNING_ALGORITHM_SPEC_LIST_SHAPE, is_required: false },
        Member { name: "KeyAgreementAlgorithms", shape: &KEY_AGREEMENT_ALGORITHM_SPEC_LIST_SHAPE, is_required: false },
        Member { name: "EncapsulationAlgorithms", shape: &ENCAPSULATION_ALGORITHM_SPEC_LIST_SHAPE, is_required: false },
        Member { name: "MultiRegion", shape: &NULLABLE_BOOLEAN_TYPE_SHAPE, is_required: false },
        Member {
            name: "MultiRegionConfiguration",
            shape: &Shape::Structure(&MULTI_REGION_CONFIGURATION),
            is_required: false,
        },
        Member { name: "PendingDeletionWindowInDays", shape: &PENDING_WINDOW_IN_DAYS_TYPE_SHAPE, is_required: false },
        Member { name: "MacAlgorithms", shape: &MAC_ALGORITHM_SPEC_LIST_SHAPE, is_required: false },
        Member {
            name: "XksKeyConfiguration",
            shape: &Shape::Structure(&XKS_KEY_CONFIGURATION_TYPE),
            is_required: false,
        },
        Member { name: "CurrentKeyMaterialId", shape: &BACKING_KEY_ID_TYPE_SHAPE, is_required: false },
    ],
};
static KEY_SPEC_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &[
        "RSA_2048",
        "RSA_3072",
        "RSA_4096",
        "ECC_NIST_P256",
        "ECC_NIST_P384",
        "ECC_NIST_P521",
        "ECC_SECG_P256K1",
        "SYMMETRIC_DEFAULT",
        "HMAC_224",
        "HMAC_256",
        "HMAC_384",
        "HMAC_512",
        "SM2",
        "ML_DSA_44",
        "ML_DSA_65",
        "ML_DSA_87",
        "ECC_NIST_EDWARDS25519",
        "ML_KEM_512",
        "ML_KEM_768",
        "ML_KEM_1024",
    ],
    is_sensitive: false,
});
static KEY_STATE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &[
        "Creating",
        "Enabled",
        "Disabled",
        "PendingDeletion",
        "PendingImport",
        "PendingReplicaDeletion",
        "Unavailable",
        "Updating",
    ],
    is_sensitive: false,
});
static KEY_USAGE_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["SIGN_VERIFY", "ENCRYPT_DECRYPT", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT", "ENCAPSULATE_DECAPSULATE"],
    is_sensitive: false,
});
static LIMIT_TYPE_SHAPE: Shape = Shape::Integer { min: 1, max: 1000 };
pub static LIST_ALIASES_REQUEST: Structure = Structure {
    name: "ListAliasesRequest",
    members: &[
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: false },
        Member { name: "Limit", shape: &LIMIT_TYPE_SHAPE, is_required: false },
        Member { name: "Marker", shape: &MARKER_TYPE_SHAPE, is_required: false },
    ],
};
pub static LIST_ALIASES_RESPONSE: Structure = Structure {
    name: "ListAliasesResponse",
    members: &[
        Member { name: "Aliases", shape: &ALIAS_LIST_SHAPE, is_required: false },
        Member { name: "NextMarker", shape: &MARKER_TYPE_SHAPE, is_required: false },
        Member { name: "Truncated", shape: &BOOLEAN_TYPE_SHAPE, is_required: false },
    ],
};
pub static LIST_KEY_POLICIES_REQUEST: Structure = Structure {
    name: "ListKeyPoliciesRequest",
    members: &[
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true },
        Member { name: "Limit", shape: &LIMIT_TYPE_SHAPE, is_required: false },
        Member { name: "Marker", shape: &MARKER_TYPE_SHAPE, is_required: false },
    ],
};
pub static LIST_KEY_POLICIES_RESPONSE: Structure = Structure {
    name: "ListKeyPoliciesResponse",
    members: &[
        Member { name: "PolicyNames", shape: &POLICY_NAME_LIST_SHAPE, is_required: false },
        Member { name: "NextMarker", shape: &MARKER_TYPE_SHAPE, is_required: false },
        Member { name: "Truncated", shape: &BOOLEAN_TYPE_SHAPE, is_required: false },
    ],
};
pub static LIST_KEYS_REQUEST: Structure = Structure {
    name: "ListKeysRequest",
    members: &[
        Member { name: "Limit", shape: &LIMIT_TYPE_SHAPE, is_required: false },
        Member { name: "Marker", shape: &MARKER_TYPE_SHAPE, is_required: false },
        Member { name: "ResourceOwners", shape: &RESOURCE_OWNERS_LIST_SHAPE, is_required: false },
    ],
};
pub static LIST_KEYS_RESPONSE: Structure = Structure {
    name: "ListKeysResponse",
    members: &[
        Member { name: "Keys", shape: &KEY_LIST_SHAPE, is_required: false },
        Member { name: "NextMarker", shape: &MARKER_TYPE_SHAPE, is_required: false },
        Member { name: "Truncated", shape: &BOOLEAN_TYPE_SHAPE, is_required: false },
    ],
};
pub static LIST_RESOURCE_TAGS_REQUEST: Structure = Structure {
    name: "ListResourceTagsRequest",
    members: &[
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true },
        Member { name: "Limit", shape: &LIMIT_TYPE_SHAPE, is_required: false },
        Member { name: "Marker", shape: &MARKER_TYPE_SHAPE, is_required: false },
    ],
};
pub static LIST_RESOURCE_TAGS_RESPONSE: Structure = Structure {
    name: "ListResourceTagsResponse",
    members: &[
        Member { name: "Tags", shape: &TAG_LIST_SHAPE, is_required: false },
        Member { name: "NextMarker", shape: &MARKER_TYPE_SHAPE, is_required: false },
        Member { name: "Truncated", shape: &BOOLEAN_TYPE_SHAPE, is_required: false },
    ],
};
static MAC_ALGORITHM_SPEC_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["HMAC_SHA_224", "HMAC_SHA_256", "HMAC_SHA_384", "HMAC_SHA_512"],
    is_sensitive: false,
});
static MAC_ALGORITHM_SPEC_LIST_SHAPE: Shape =
    Shape::List(List { member: &MAC_ALGORITHM_SPEC_SHAPE, wire: "member", min: 0, max: u64::MAX });
static MARKER_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 1024, pattern: Some(&PATTERN_4), values: &[], is_sensitive: false });
pub static MULTI_REGION_CONFIGURATION: Structure = Structure {
    name: "MultiRegionConfiguration",
    members: &[
        Member { name: "MultiRegionKeyType", shape: &MULTI_REGION_KEY_TYPE_SHAPE, is_required: false },
        Member { name: "PrimaryKey", shape: &Shape::Structure(&MULTI_REGION_KEY), is_required: false },
        Member { name: "ReplicaKeys", shape: &MULTI_REGION_KEY_LIST_SHAPE, is_required: false },
    ],
};
pub static MULTI_REGION_KEY: Structure = Structure {
    name: "MultiRegionKey",
    members: &[
        Member { name: "Arn", shape: &ARN_TYPE_SHAPE, is_required: false },
        Member { name: "Region", shape: &REGION_TYPE_SHAPE, is_required: false },
    ],
};
static MULTI_REGION_KEY_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&MULTI_REGION_KEY), wire: "member", min: 0, max: u64::MAX });
static MULTI_REGION_KEY_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["PRIMARY", "REPLICA"], is_sensitive: false });
static NULLABLE_BOOLEAN_TYPE_SHAPE: Shape = Shape::Boolean;
static NUMBER_OF_BYTES_TYPE_SHAPE: Shape = Shape::Integer { min: 1, max: 1024 };
static ORIGIN_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["AWS_KMS", "EXTERNAL", "AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"],
    is_sensitive: false,
});
static PENDING_WINDOW_IN_DAYS_TYPE_SHAPE: Shape = Shape::Integer { min: 1, max: 365 };
static PLAINTEXT_TYPE_SHAPE: Shape = Shape::Blob { min: 1, max: 4096 };
static POLICY_NAME_LIST_SHAPE: Shape =
    Shape::List(List { member: &POLICY_NAME_TYPE_SHAPE, wire: "member", min: 0, max: u64::MAX });
static POLICY_NAME_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 128, pattern: Some(&PATTERN_5), values: &[], is_sensitive: false });
static POLICY_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 131072, pattern: Some(&PATTERN_6), values: &[], is_sensitive: false });
pub static PUT_KEY_POLICY_REQUEST: Structure = Structure {
    name: "PutKeyPolicyRequest",
    members: &[
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true },
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_SHAPE, is_required: false },
        Member { name: "Policy", shape: &POLICY_TYPE_SHAPE, is_required: true },
        Member { name: "BypassPolicyLockoutSafetyCheck", shape: &BOOLEAN_TYPE_SHAPE, is_required: false },
    ],
};
pub static RE_ENCRYPT_REQUEST: Structure = Structure {
    name: "ReEncryptRequest",
    members: &[
        Member { name: "CiphertextBlob", shape: &CIPHERTEXT_TYPE_SHAPE, is_required: false },
        Member { name: "SourceEncryptionContext", shape: &ENCRYPTION_CONTEXT_TYPE_SHAPE, is_required: false },
        Member { name: "SourceKeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: false },
        Member { name: "DestinationKeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true },
        Member { name: "DestinationEncryptionContext", shape: &ENCRYPTION_CONTEXT_TYPE_SHAPE, is_required: false },
        Member { name: "SourceEncryptionAlgorithm", shape: &ENCRYPTION_ALGORITHM_SPEC_SHAPE, is_required: false },
        Member { name: "DestinationEncryptionAlgorithm", shape: &ENCRYPTION_ALGORITHM_SPEC_SHAPE, is_required: false },
        Member { name: "GrantTokens", shape: &GRANT_TOKEN_LIST_SHAPE, is_required: false },
        Member { name: "DryRun", shape: &NULLABLE_BOOLEAN_TYPE_SHAPE, is_required: false },
        Member { name: "DryRunModifiers", shape: &DRY_RUN_MODIFIER_LIST_SHAPE, is_required: false },
    ],
};
pub static RE_ENCRYPT_RESPONSE: Structure = Structure {
    name: "ReEncryptResponse",
    members: &[
        Member { name: "CiphertextBlob", shape: &CIPHERTEXT_TYPE_SHAPE, is_required: false },
        Member { name: "SourceKeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: false },
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: false },
        Member { name: "SourceEncryptionAlgorithm", shape: &ENCRYPTION_ALGORITHM_SPEC_SHAPE, is_required: false },
        Member { name: "DestinationEncryptionAlgorithm", shape: &ENCRYPTION_ALGORITHM_SPEC_SHAPE, is_required: false },
        Member { name: "SourceKeyMaterialId", shape: &BACKING_KEY_ID_TYPE_SHAPE, is_required: false },
        Member { name: "DestinationKeyMaterialId", shape: &BACKING_KEY_ID_TYPE_SHAPE, is_required: false },
    ],
};
pub static RECIPIENT_INFO: Structure = Structure {
    name: "RecipientInfo",
    members: &[
        Member { name: "KeyEncryptionAlgorithm", shape: &KEY_ENCRYPTION_MECHANISM_SHAPE, is_required: false },
        Member { name: "AttestationDocument", shape: &ATTESTATION_DOCUMENT_TYPE_SHAPE, is_required: false },
    ],
};
static REGION_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 32, pattern: Some(&PATTERN_7), values: &[], is_sensitive: false });
static RESOURCE_OWNER_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["SELF", "OTHER_ACCOUNTS_VIA_RAM"],
    is_sensitive: false,
});
static RESOURCE_OWNERS_LIST_SHAPE: Shape =
    Shape::List(List { member: &RESOURCE_OWNER_TYPE_SHAPE, wire: "member", min: 1, max: 2 });
static ROTATION_PERIOD_IN_DAYS_TYPE_SHAPE: Shape = Shape::Integer { min: 90, max: 2560 };
pub static SCHEDULE_KEY_DELETION_REQUEST: Structure = Structure {
    name: "ScheduleKeyDeletionRequest",
    members: &[
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true },
        Member { name: "PendingWindowInDays", shape: &PENDING_WINDOW_IN_DAYS_TYPE_SHAPE, is_required: false },
    ],
};
pub static SCHEDULE_KEY_DELETION_RESPONSE: Structure = Structure {
    name: "ScheduleKeyDeletionResponse",
    members: &[
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: false },
        Member { name: "DeletionDate", shape: &DATE_TYPE_SHAPE, is_required: false },
        Member { name: "KeyState", shape: &KEY_STATE_SHAPE, is_required: false },
        Member { name: "PendingWindowInDays", shape: &PENDING_WINDOW_IN_DAYS_TYPE_SHAPE, is_required: false },
    ],
};
static SIGNING_ALGORITHM_SPEC_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &[
        "RSASSA_PSS_SHA_256",
        "RSASSA_PSS_SHA_384",
        "RSASSA_PSS_SHA_512",
        "RSASSA_PKCS1_V1_5_SHA_256",
        "RSASSA_PKCS1_V1_5_SHA_384",
        "RSASSA_PKCS1_V1_5_SHA_512",
        "ECDSA_SHA_256",
        "ECDSA_SHA_384",
        "ECDSA_SHA_512",
        "SM2DSA",
        "ML_DSA_SHAKE_256",
        "ED25519_SHA_512",
        "ED25519_PH_SHA_512",
    ],
    is_sensitive: false,
});
static SIGNING_ALGORITHM_SPEC_LIST_SHAPE: Shape =
    Shape::List(List { member: &SIGNING_ALGORITHM_SPEC_SHAPE, wire: "member", min: 0, max: u64::MAX });
pub static TAG: Structure = Structure {
    name: "Tag",
    members: &[
        Member { name: "TagKey", shape: &TAG_KEY_TYPE_SHAPE, is_required: true },
        Member { name: "TagValue", shape: &TAG_VALUE_TYPE_SHAPE, is_required: true },
    ],
};
static TAG_KEY_LIST_SHAPE: Shape =
    Shape::List(List { member: &TAG_KEY_TYPE_SHAPE, wire: "member", min: 0, max: u64::MAX });
static TAG_KEY_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 128, pattern: None, values: &[], is_sensitive: false });
static TAG_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&TAG), wire: "member", min: 0, max: u64::MAX });
pub static TAG_RESOURCE_REQUEST: Structure = Structure {
    name: "TagResourceRequest",
    members: &[
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true },
        Member { name: "Tags", shape: &TAG_LIST_SHAPE, is_required: true },
    ],
};
static TAG_VALUE_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 256, pattern: None, values: &[], is_sensitive: false });
pub static UNTAG_RESOURCE_REQUEST: Structure = Structure {
    name: "UntagResourceRequest",
    members: &[
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true },
        Member { name: "TagKeys", shape: &TAG_KEY_LIST_SHAPE, is_required: true },
    ],
};
pub static UPDATE_ALIAS_REQUEST: Structure = Structure {
    name: "UpdateAliasRequest",
    members: &[
        Member { name: "AliasName", shape: &ALIAS_NAME_TYPE_SHAPE, is_required: true },
        Member { name: "TargetKeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true },
    ],
};
pub static UPDATE_KEY_DESCRIPTION_REQUEST: Structure = Structure {
    name: "UpdateKeyDescriptionRequest",
    members: &[
        Member { name: "KeyId", shape: &KEY_ID_TYPE_SHAPE, is_required: true },
        Member { name: "Description", shape: &DESCRIPTION_TYPE_SHAPE, is_required: true },
    ],
};
pub static XKS_KEY_CONFIGURATION_TYPE: Structure = Structure {
    name: "XksKeyConfigurationType",
    members: &[Member { name: "Id", shape: &XKS_KEY_ID_TYPE_SHAPE, is_required: false }],
};
static XKS_KEY_ID_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 128, pattern: Some(&PATTERN_8), values: &[], is_sensitive: false });
