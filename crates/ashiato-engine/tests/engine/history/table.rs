//! What others see of the table: its log and its files, without our own reader.

use std::fs::File;
use std::path::Path;

use ashiato_engine::history::History;
use parquet::file::reader::{FileReader, SerializedFileReader};
use serde_json::Value;

use super::{DAY, Record, START, events, history_of, records};

fn log_actions(folder: &Path, version: u64) -> Vec<Value> {
    let path = folder.join(format!("_delta_log/{version:020}.json"));
    let text = std::fs::read_to_string(&path).expect("a commit");
    text.lines().map(|line| serde_json::from_str(line).expect("an action")).collect()
}

fn action<'a>(actions: &'a [Value], name: &str) -> &'a Value {
    actions.iter().find_map(|action| action.get(name)).expect("the action")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_is_deltas() {
    let mut of_two_days = records(1..=3);
    of_two_days[2].time += DAY;
    let (folder, _history) = history_of(&of_two_days).await;
    let folder = folder.path().join("history");

    let made = log_actions(&folder, 0);
    assert_eq!(action(&made, "protocol")["minReaderVersion"], 1);
    let metadata = action(&made, "metaData");
    assert_eq!(metadata["partitionColumns"], serde_json::json!(["day"]));
    let schema: Value = serde_json::from_str(metadata["schemaString"].as_str().expect("a schema")).expect("JSON");
    let columns: Vec<_> =
        schema["fields"].as_array().expect("fields").iter().map(|field| (&field["name"], &field["type"])).collect();
    assert_eq!(columns[0], (&"day".into(), &"date".into()));
    assert_eq!(columns[1], (&"number".into(), &"long".into()));
    assert_eq!(columns[2], (&"event_time".into(), &"timestamp".into()));
    assert_eq!(columns.len(), 16);

    let appended = log_actions(&folder, 1);
    let transaction = action(&appended, "txn");
    assert_eq!((&transaction["appId"], &transaction["version"]), (&"ashiato-history".into(), &3.into()));
    let adds: Vec<_> = appended.iter().filter_map(|action| action.get("add")).collect();
    let days: Vec<_> = adds.iter().map(|add| add["partitionValues"]["day"].as_str()).collect();
    assert_eq!(days, [Some("2026-11-20"), Some("2026-11-21")]);
    let statistics: Value = serde_json::from_str(adds[0]["stats"].as_str().expect("statistics")).expect("JSON");
    assert_eq!(statistics["numRecords"], 2);
    assert_eq!(statistics["minValues"]["event_time"], "2026-11-20T00:00:01.000Z");
    assert_eq!(statistics["maxValues"]["number"], 2);

    let path = folder.join(adds[0]["path"].as_str().expect("a path"));
    assert_eq!(std::fs::metadata(&path).expect("the file").len(), adds[0]["size"].as_u64().expect("a size"));
    let reader = SerializedFileReader::new(File::open(path).expect("open")).expect("a Parquet file");
    let names: Vec<_> =
        reader.metadata().file_metadata().schema().get_fields().iter().map(|field| field.name().to_owned()).collect();
    let expected: Vec<_> = columns[1..].iter().filter_map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, expected, "all of the table's columns but the partition");
    let newest_first: Vec<_> =
        reader.get_row_iter(None).expect("rows").map(|row| row.expect("a row").to_string()).collect();
    assert!(newest_first[0].contains("number: 2") && newest_first[1].contains("number: 1"), "{newest_first:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_checkpoint_stands_for_the_log_before_it() {
    let (folder, history) = history_of(&records(1..=5)).await;
    for number in 6..=9 {
        history.append(vec![Record::new(number, START).event()], number).await.expect("append");
    }
    history.checkpoint().await.expect("checkpoint");
    drop(history);
    let folder = folder.path().join("history");
    assert!(folder.join("_delta_log/00000000000000000005.checkpoint.parquet").exists());
    for version in 0..5 {
        std::fs::remove_file(folder.join(format!("_delta_log/{version:020}.json"))).expect("remove");
    }
    let history = History::open(&folder).await.expect("open");
    assert_eq!(history.through(), 9);
    assert_eq!(super::all(&history, &super::newest(4)).await.len(), 9);
    history.append(events(&records(1..=10)), 10).await.expect("append");
    assert_eq!(super::all(&history, &super::newest(4)).await.len(), 10);
}
