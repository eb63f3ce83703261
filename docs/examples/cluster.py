"""Check an archive of Parquet files on a cluster: cluster.py FROM TO, both folders.

Run it where Ray is: on a machine of the cluster, or with RAY_ADDRESS set to its address. Both
folders must be ones that all machines see, such as a bucket.
"""

import sys

import ray

from natocheck.batch import CheckRows, Rows

BATCH = 32  # articles that a worker checks at a time: what the end of one costs at most


def main(source: str, target: str) -> None:
    """Check every row of ``source`` once, on all processors that there are."""
    ray.init()
    processors = int(ray.cluster_resources()["CPU"])
    articles = ray.data.read_parquet(source)
    articles = articles.repartition(target_num_rows_per_block=BATCH)
    checked = articles.map_batches(
        CheckRows,  # made once in each worker, which keeps the model and the rules loaded
        fn_constructor_args=(Rows(),),
        batch_format="pyarrow",
        batch_size=BATCH,
        num_cpus=1,
        # A processor is left to read and write; a worker that ends is replaced.
        concurrency=(1, max(1, processors - 1)),
    )
    checked.write_parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
