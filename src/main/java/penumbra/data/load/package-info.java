/// What a trainer is fed: the pictures of a training set, kept decoded, varied and put together
/// into batches ahead of need. Nothing here knows of a network.
///
/// Every random number is drawn from a seed, the epoch and the place in it, so that the same run
/// sees the same batches whatever the number of workers, and also after it was stopped and resumed.
package penumbra.data.load;
