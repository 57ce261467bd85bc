use ashiato_meta::kms_keys::{self, KeyState, KmsKey};
use ashiato_meta::{AccountId, Kind, Location, MasterKey, MasterKeys, Millis, Place, Store};
use std::sync::Arc;

use super::envelope::Named;
use super::{EncryptionContext, Failed, Keeper, default_policy};
use crate::recording::{Recorder, RecordingSettings};

const HOUR: i64 = 3600 * 1000;
const DAY: i64 = 24 * HOUR;

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
    let keeper = Keeper { meta: meta.clone(), master, account, recorder: Arc::default(), renewing: Arc::default() };
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

/// What is done while somebody else writes to the state: it is recorded meanwhile, as so many records, and done after.
async fn recorded_before<T>(keeper: &Keeper, records: u64, work: impl Future<Output = Result<T, Failed>>) -> T {
    let recorder = keeper.recorder.read().expect("nobody panics").clone().expect("it records");
    let mut committed = recorder.journal().expect("it records").watch();
    let writer = keeper.meta.write().await.expect("begins");
    tokio::pin!(work);
    tokio::select! {
        _ = &mut work => panic!("it is done, and somebody else writes"),
        seen = committed.wait_for(|through| *through >= records) => assert!(seen.is_ok(), "the journal goes on"),
    }
    drop(writer);
    let done = work.await.expect("the state can be used");
    assert_eq!(*committed.borrow(), records, "it is recorded once");
    done
}

async fn recording_keeper(folder: &std::path::Path) -> (Keeper, KmsKey) {
    let (keeper, key) = keeper(folder).await;
    let journal = folder.join("journal");
    let (recorder, _) = Recorder::open(&journal, 64 << 20, 1, RecordingSettings::default()).expect("a journal");
    keeper.record_with(recorder);
    (keeper, key)
}

#[tokio::test]
async fn a_renewal_is_recorded_before_it_is_made_and_holds_up_no_writer() {
    let folder = tempfile::tempdir().expect("a folder");
    let (keeper, key) = recording_keeper(folder.path()).await;
    let rotating = KmsKey { rotation_days: Some(90), rotation_begun: Some(Millis(0)), ..key };
    let context = EncryptionContext::new();
    let encrypt = async |now: i64| keeper.encrypt(&rotating, &context, b"secret", Millis(now)).await;
    let number = |sealed: &[u8]| Named::of(sealed).expect("it names its material").number;
    let first = recorded_before(&keeper, 1, encrypt(90 * DAY)).await;
    assert_eq!(number(&first), 2);
    let both = async { tokio::try_join!(encrypt(180 * DAY), encrypt(180 * DAY)) };
    let (one, other) = recorded_before(&keeper, 2, both).await;
    assert_eq!((number(&one), number(&other)), (3, 3), "of two at once, one renews");
}

#[tokio::test]
async fn the_end_of_a_key_is_recorded_before_it_is_removed_and_holds_up_no_writer() {
    let folder = tempfile::tempdir().expect("a folder");
    let (keeper, key) = recording_keeper(folder.path()).await;
    let going = KmsKey { state: KeyState::PendingDeletion, deletion: Some(Millis(9 * DAY)), ..key };
    let mut tx = keeper.meta.write().await.expect("begins");
    kms_keys::update(&mut tx, &going).await.expect("it is there");
    tx.commit().await.expect("commits");
    let left = keeper.remove_due(Millis(9 * DAY + HOUR - 1)).await.expect("the state can be used");
    assert_eq!(left, 0, "who began to keep it in time may do so");
    assert_eq!(recorded_before(&keeper, 1, keeper.remove_due(Millis(9 * DAY + HOUR))).await, 1);
    let mut tx = keeper.meta.read().await.expect("begins");
    let gone = kms_keys::get(&mut tx, &going.arn, Millis(0)).await;
    assert_eq!(gone.expect_err("it is removed").kind, Kind::NotFound);
}
