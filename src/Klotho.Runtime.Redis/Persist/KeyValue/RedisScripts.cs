namespace Klotho.Redis;

/// <summary>
/// Writes as scripts, which Redis runs whole and one after the other. KEYS: the item, its partition's index. A condition is
/// empty, or <c>absent</c>, or <c>version</c> with the version that must be there.
/// </summary>
internal static class RedisScripts
{
    public const string Any = "";
    public const string Absent = "absent";
    public const string Version = "version";

    /// <summary>ARGV: key, condition, expected version, value, new version. 1, or 0 where the condition does not hold.</summary>
    public const string Put = """
        local now = redis.call('HGET', KEYS[1], 'version')
        if now ~= ARGV[5] and ((ARGV[2] == 'absent' and now) or (ARGV[2] == 'version' and now ~= ARGV[3])) then return 0 end
        redis.call('HSET', KEYS[1], 'value', ARGV[4], 'version', ARGV[5])
        redis.call('ZADD', KEYS[2], 0, ARGV[1])
        return 1
        """;

    /// <summary>ARGV: key, condition, expected version. 1 where it was deleted, 0 where there was none, -1 where the condition does not hold.</summary>
    public const string Delete = """
        local now = redis.call('HGET', KEYS[1], 'version')
        if (ARGV[2] == 'absent' and now) or (ARGV[2] == 'version' and now ~= ARGV[3]) then return -1 end
        redis.call('ZREM', KEYS[2], ARGV[1])
        return redis.call('DEL', KEYS[1])
        """;
}
