//! Makes a file's bytes.

use super::caller::Caller;
use super::chance::Chance;
use super::damage::{self, Damage};
use super::delivery::event_times;
use super::names::REGIONS;
use super::plan::{FileTask, Plan};
use super::planted::Planted;
use super::record::{self, Outcome, Place};
use super::scene::Client;
use libdeflater::{CompressionLvl, Compressor};

/// A file as it is delivered.
#[derive(Debug, Clone, PartialEq)]
pub struct GeneratedFile {
    /// Where it goes: `AWSLogs/…/….json.gz`.
    pub key: String,
    /// The JSON text; with a bad record in it where that is the damage, whole where the damage came after.
    pub text: Vec<u8>,
    /// What is stored: the text in gzip, or what damage left of it.
    pub stored: Vec<u8>,
    /// Records in it before any damage.
    pub records: u64,
    /// What is wrong with it.
    pub damage: Option<Damage>,
    /// The key of the file that holds the same records, where this is a second delivery.
    pub copy_of: Option<String>,
}

/// Makes files of a plan.
pub struct Maker<'p> {
    plan: &'p Plan,
    compressor: Compressor,
}

/// How many programs call at a time. More of them, and logs compress less than real ones do.
const CLIENTS: usize = 12;

impl<'p> Maker<'p> {
    pub(super) fn new(plan: &'p Plan) -> Maker<'p> {
        let level = CompressionLvl::new(6).expect("6 is a level of gzip");
        Maker { plan, compressor: Compressor::new(level) }
    }

    /// Makes a file.
    pub fn make(&mut self, file: &FileTask) -> GeneratedFile {
        // A second delivery holds the first one's records, so it is made by the first one's chance.
        let original = file.copy_of.map_or(file, |at| &self.plan.files[at]);
        let (mut text, starts) = self.text(original);
        if let Some(damage) = file.damage {
            damage::damage_text(damage, &mut text, &starts);
        }
        let mut stored = vec![0; self.compressor.gzip_compress_bound(text.len())];
        let length = self.compressor.gzip_compress(&text, &mut stored).expect("the buffer has the compressor's bound");
        stored.truncate(length);
        if let Some(damage) = file.damage {
            damage::damage_stored(damage, &mut stored);
        }
        GeneratedFile {
            key: self.plan.key(file),
            text,
            stored,
            records: file.records(),
            damage: file.damage,
            copy_of: file.copy_of.map(|at| self.plan.key(&self.plan.files[at])),
        }
    }

    /// The JSON text, and where in it each record starts.
    fn text(&self, file: &FileTask) -> (Vec<u8>, Vec<usize>) {
        const RECORD_BYTES: usize = 1700;
        let chance = &mut Chance::new(self.plan.spec.seed, file.number);
        let records = usize::try_from(file.records()).expect("a file's records fit memory");
        let mut text = Vec::with_capacity(records * RECORD_BYTES + 16);
        let mut starts = Vec::with_capacity(records);
        let mut places: Vec<usize> = file.planted.iter().map(|_| chance.below(records)).collect();
        places.sort_unstable();
        let mut planted = file.planted.iter().map(|at| &self.plan.planted[*at]).zip(places).peekable();
        let mut times = event_times(file.background as usize, file.delivered, file.held_up, chance).into_iter();
        let mut clients = Vec::with_capacity(CLIENTS);

        text.extend_from_slice(br#"{"Records":["#);
        for at in 0..records {
            if at > 0 {
                text.push(b',');
            }
            starts.push(text.len());
            match planted.next_if(|(_, place)| *place <= at || times.len() == 0) {
                Some((record, _)) => self.planted_record(&mut text, record, chance),
                None => {
                    let time = times.next().expect("there is a time for every record that is not planted");
                    self.background_record(&mut text, file, time, &mut clients, chance);
                }
            }
        }
        text.extend_from_slice(b"]}");
        (text, starts)
    }

    fn background_record<'c>(
        &'c self,
        out: &mut Vec<u8>,
        file: &FileTask,
        time: i64,
        clients: &mut Vec<Client<'c>>,
        chance: &mut Chance,
    ) {
        let account = &self.plan.world.accounts[file.account];
        let is_new = clients.len() < CLIENTS;
        let favourite = chance.unit().powi(3) * clients.len() as f64;
        let at = if is_new { clients.len() } else { favourite as usize };
        if is_new || chance.happens(0.05) {
            let repertoire = &self.plan.repertoire;
            let ranks = if file.region == 0 { &repertoire.at_home } else { &repertoire.elsewhere };
            let operation = &repertoire.operations[ranks.draw(chance)];
            let other = chance.pick(&self.plan.world.accounts);
            let caller = Caller::draw(operation.table.callers, account, other, chance);
            let client = Client::new(operation, caller, account, other, chance);
            if is_new {
                clients.push(client);
            } else {
                clients[at] = client;
            }
        }
        let client = &clients[at];
        let luck = chance.unit();
        let failure = client.operation.failures.iter().find(|failure| luck < failure.up_to);
        let outcome = match failure {
            Some(failure) if client.caller.connects() => Outcome::Failed(failure),
            _ => Outcome::Success,
        };
        let time = time.max(self.plan.spec.first_second());
        record::write(out, self.place(file.account, file.region, time), client, outcome, chance);
    }

    fn planted_record(&self, out: &mut Vec<u8>, planted: &Planted, chance: &mut Chance) {
        let account = &self.plan.world.accounts[0];
        let caller = planted.cast.caller(account);
        let mut client = Client::new(&planted.operation, caller, account, account, chance);
        client.address = &planted.address;
        client.agent = planted.agent;
        let outcome = planted.failure.as_ref().map_or(Outcome::Success, Outcome::Failed);
        record::write(out, self.place(0, planted.region, planted.time), &client, outcome, chance);
    }

    fn place(&self, account: usize, region: usize, time: i64) -> Place<'_> {
        let world = &self.plan.world;
        Place { organization: &world.organization, account: &world.accounts[account], region: REGIONS[region], time }
    }
}
