namespace Klotho.Redis;

/// <summary>
/// Writes as scripts, which Redis runs whole and one after the other. KEYS, where nothing else is said: the item, its partition's index. A condition is
/// empty, or <c>absent</c>, or <c>version</c> with the version that must be there.
/// </summary>
internal static class RedisScripts
{
    public const string Any = "";
    public const string Absent = "absent";
    public const string Version = "version";

    /// <summary>
    /// ARGV: key, condition, expected version, value, new version, milliseconds that it is there (empty: for good), a random number. 1, or 0 where the
    /// condition does not hold. The index ends with the last of its items if all of them do, so it does not where an item that stays is only written over; what has ended is taken out of
    /// it by trial, four of its keys with each write of an item that ends, so that no more than a quarter of it stays for long.
    /// </summary>
    public const string Put = """
        if ARGV[2] ~= '' then
          local now = redis.call('HGET', KEYS[1], 'version')
          if now ~= ARGV[5] and ((ARGV[2] == 'absent' and now) or (ARGV[2] == 'version' and now ~= ARGV[3])) then return 0 end
        end
        local new = redis.call('HSET', KEYS[1], 'value', ARGV[4], 'version', ARGV[5]) > 0
        redis.call('ZADD', KEYS[2], 0, ARGV[1])
        if ARGV[6] == '' then
          if new or redis.call('PERSIST', KEYS[1]) == 1 then redis.call('PERSIST', KEYS[2]) end
          return 1
        end
        redis.call('PEXPIRE', KEYS[1], ARGV[6])
        local left = redis.call('PTTL', KEYS[2])
        if redis.call('ZCARD', KEYS[2]) == 1 or (left >= 0 and left < tonumber(ARGV[6])) then redis.call('PEXPIRE', KEYS[2], ARGV[6]) end
        local items = string.sub(KEYS[1], 1, #KEYS[1] - #ARGV[1])
        for probe = 1, 4 do
          local at = (tonumber(ARGV[7]) * probe) % redis.call('ZCARD', KEYS[2])
          local key = redis.call('ZRANGE', KEYS[2], at, at)[1]
          if redis.call('EXISTS', items .. key) == 0 then redis.call('ZREM', KEYS[2], key) end
        end
        return 1
        """;

    /// <summary>
    /// KEYS: the index, then the items. ARGV: what their new versions begin with, then key and value of each. Whatever is there is written over, and stays.
    /// </summary>
    public const string PutMany = """
        local places = {}
        local new = false
        for at = 1, #KEYS - 1 do
          places[2 * at - 1] = 0
          places[2 * at] = ARGV[2 * at]
          if redis.call('HSET', KEYS[at + 1], 'value', ARGV[2 * at + 1], 'version', ARGV[1] .. '-' .. at) > 0 or redis.call('PERSIST', KEYS[at + 1]) == 1 then new = true end
        end
        redis.call('ZADD', KEYS[1], unpack(places))
        if new then redis.call('PERSIST', KEYS[1]) end
        return 1
        """;

    /// <summary>KEYS: the index, then the items. ARGV: the key of each.</summary>
    public const string DeleteMany = """
        redis.call('ZREM', KEYS[1], unpack(ARGV))
        return redis.call('DEL', unpack(KEYS, 2))
        """;

    /// <summary>ARGV: key, condition, expected version. 1 where it was deleted, 0 where there was none, -1 where the condition does not hold.</summary>
    public const string Delete = """
        local now = redis.call('HGET', KEYS[1], 'version')
        if (ARGV[2] == 'absent' and now) or (ARGV[2] == 'version' and now ~= ARGV[3]) then return -1 end
        redis.call('ZREM', KEYS[2], ARGV[1])
        return redis.call('DEL', KEYS[1])
        """;
}
