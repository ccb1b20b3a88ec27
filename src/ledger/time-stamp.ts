export async function requestTimeStamp(_url: string, _data: Uint8Array): Promise<{ token: Uint8Array; time: string }> { throw new Error("x"); }
