use ashiato_meta::kms_keys::{KeyState, KmsKey};
use ashiato_meta::{AccountId, Location, MasterKey, MasterKeys, Millis, Place, Store};

use super::envelope::Named;
use super::{EncryptionContext, Failed, Keeper, default_policy};

const DAY: i64 = 24 * 3600 * 1000;

async fn keeper(folder: &std::path::Path) -> (Keeper, KmsKey) {
    let account = AccountId::parse("111122223333").expect("12 digits");
    let meta = Store::open(&Location::Sqlite(folder.join("state.db"))).await.expect("a new state");
    let id = "12345678-1234-1234-1234-123456789012";
    let key = KmsKey {
        arn: format!("arn:aws:kms:eu-north-1:111122223333:key/{id}"),
        place: Place::new(&account, "eu-north-1"),
        id: id.to_string(),
        description: String::new(),
        spec: "SYMMETRIC_DEFAULT".to_string(),
        key_usage: "ENCRYPT_DECRYPT".to_string(),
        state: KeyState::Enabled,
        created: Millis(0),
        deletion: None,
        policy: default_policy(account.as_str()),
        rotation_days: None,
        rotation_begun: None,
    };
    let master = MasterKeys::new(MasterKey::new(&[7; 32]), Vec::new());
    let keeper = Keeper { meta: meta.clone(), master, account, recorder: std::sync::Arc::default() };
    let mut tx = meta.write().await.expect("begins");
    keeper.create(&mut tx, &key).await.expect("a new key");
    tx.commit().await.expect("commits");
    (keeper, key)
}

#[tokio::test]
async fn material_is_renewed_when_its_time_has_come_and_the_old_one_still_decrypts() {
    let folder = tempfile::tempdir().expect("a folder");
    let (keeper, key) = keeper(folder.path()).await;
    let context = EncryptionContext::new();
    let encrypt = async |key: &KmsKey, now: i64| {
        let sealed = keeper.encrypt(key, &context, b"secret", Millis(now)).await.expect("it encrypts");
        let number = Named::of(&sealed).expect("it names its material").number;
        (sealed, number)
    };
    let (first, number) = encrypt(&key, 1000 * DAY).await;
    assert_eq!(number, 1, "nothing rotates unless it is told to");
    let rotating = KmsKey { rotation_days: Some(90), rotation_begun: Some(Millis(1000 * DAY)), ..key };
    assert_eq!(encrypt(&rotating, 1090 * DAY - 1).await.1, 1);
    let (second, number) = encrypt(&rotating, 1090 * DAY).await;
    assert_eq!(number, 2);
    assert_eq!(keeper.next_rotation(&rotating).await.expect("it answers"), Some(Millis(1180 * DAY)));
    assert_eq!(encrypt(&rotating, 1180 * DAY - 1).await.1, 2);
    assert_eq!(encrypt(&rotating, 5000 * DAY).await.1, 3, "one renewal, however late");
    for sealed in [first, second] {
        assert_eq!(keeper.decrypt(&rotating, &context, &sealed).await.expect("it decrypts"), b"secret");
    }
}

#[tokio::test]
async fn what_names_a_material_that_is_not_there_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let (keeper, key) = keeper(folder.path()).await;
    let context = EncryptionContext::new();
    let sealed = keeper.encrypt(&key, &context, b"secret", Millis(1)).await.expect("it encrypts");
    assert_eq!(keeper.key_of(&sealed, "eu-north-1").as_deref(), Some(key.arn.as_str()));
    for number in [0, 2, 255] {
        let mut other = sealed.clone();
        other[20] = number;
        let refused = keeper.decrypt(&key, &context, &other).await;
        assert!(matches!(refused, Err(Failed::Ciphertext)), "{number}: {refused:?}");
    }
    assert_eq!(keeper.key_of(b"short", "eu-north-1"), None);
}
