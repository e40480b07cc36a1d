namespace Klotho.Redis;

/// <summary>
/// What a cache does, as scripts that Redis runs whole. An entry is a hash of its value, the milliseconds that it may go
/// unread (0: any) and the time at which it ends whatever happens (milliseconds since 1970, 0: none). The clock is the server's.
/// </summary>
internal static class CacheScripts
{
    /// <summary>KEYS: the entry. ARGV: value, milliseconds that it may go unread, milliseconds that it may live.</summary>
    public const string Set = Clock + """
        local ends = 0
        local life = tonumber(ARGV[2])
        if tonumber(ARGV[3]) > 0 then
            ends = now + tonumber(ARGV[3])
            if life == 0 or tonumber(ARGV[3]) < life then life = tonumber(ARGV[3]) end
        end
        redis.call('DEL', KEYS[1])
        redis.call('HSET', KEYS[1], 'value', ARGV[1], 'sliding', ARGV[2], 'ends', string.format('%d', ends))
        if life > 0 then redis.call('PEXPIRE', KEYS[1], string.format('%d', life)) end
        return 1
        """;

    /// <summary>KEYS: the entry. ARGV: 1 where the value is wanted. It counts as read either way.</summary>
    public const string Get = Clock + """
        local entry = redis.call('HMGET', KEYS[1], 'sliding', 'ends')
        if not entry[1] then return false end
        local life = tonumber(entry[1])
        if life > 0 then
            local ends = tonumber(entry[2])
            if ends > 0 and ends - now < life then life = ends - now end
            redis.call('PEXPIRE', KEYS[1], string.format('%d', life))
        end
        if ARGV[1] == '1' then return redis.call('HGET', KEYS[1], 'value') end
        return false
        """;

    private const string Clock = """
        local clock = redis.call('TIME')
        local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

        """;
}
