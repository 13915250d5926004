/// The project file: an SQLite database `NAME.penumbra` that every edit reaches at once, with a
/// journal from which the project can be replayed.
///
/// Beside the project file lie, while it is open, `NAME.penumbra-wal` and `NAME.penumbra-shm`
/// (parts of the database: whoever copies an open or killed project copies the first of them too)
/// and `NAME.penumbra.lock`, which stays behind and means nothing once nobody has the project open.
///
/// **Damage.** Every picture, the schema and every journal entry carry a checksum, and the file
/// says how many of them there must be; a flipped byte is detected when it is read. The one
/// exception is the write-ahead log of a killed process before the next opening: SQLite reads it up
/// to the last intact transaction, so that damage there gives the project back as it was at an
/// earlier edit.
///
/// **Network drives.** SQLite's write-ahead log needs shared memory between the processes that have
/// a file open, and its locks need a file system that locks honestly. Two programs of one machine
/// are told apart reliably everywhere; two *machines* that open one project on a network drive are
/// told apart only where that drive passes locks on (NFS 4 and SMB usually do). A project on such a
/// drive is safe in the hands of one person at a time.
package penumbra.store;
