"""How a graph runs beside a call."""

import onnxruntime


def onnx_session(graph: bytes, *, threads: int = 1) -> onnxruntime.InferenceSession:
    """A session that takes so many processor threads, its caller's among them; it keeps no memory beyond a run.

    Nor does it keep its graph, which is as large as the model. Threads that have nothing to do sleep.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.enable_cpu_mem_arena = False
    session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    session._model_bytes = None  # noqa: SLF001 - kept for another provider, of which there is none
    return session
