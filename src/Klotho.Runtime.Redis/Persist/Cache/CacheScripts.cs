namespace Klotho.Redis;

/// <summary>
/// What a cache does, as scripts that Redis runs whole. An entry is a hash of its value, the milliseconds that it may go
/// unread (0: any) and the time at which it ends whatever happens (milliseconds since 1970, 0: none). The clock is the server's.
/// </summary>
internal static class CacheScripts
{
    /// <summary>KEYS: the entry. ARGV: value, milliseconds that it may go unread, milliseconds that it may live. Only who has both asks later when it ends.</summary>
    public const string Set = """
        local life = tonumber(ARGV[2])
        local most = tonumber(ARGV[3])
        local ends = 0
        if most > 0 then
            if life > 0 then
                local clock = redis.call('TIME')
                ends = clock[1] * 1000 + math.floor(clock[2] / 1000) + most
            end
            if life == 0 or most < life then life = most end
        end
        redis.call('HSET', KEYS[1], 'value', ARGV[1], 'sliding', ARGV[2], 'ends', string.format('%d', ends))
        if life > 0 then redis.call('PEXPIRE', KEYS[1], string.format('%d', life)) else redis.call('PERSIST', KEYS[1]) end
        return 1
        """;

    /// <summary>KEYS: the entry. ARGV: 1 where the value is wanted. It counts as read either way.</summary>
    public const string Get = """
        local entry = redis.call('HMGET', KEYS[1], 'value', 'sliding', 'ends')
        if not entry[1] then return false end
        local life = tonumber(entry[2])
        if life > 0 then
            local ends = tonumber(entry[3])
            if ends > 0 then
                local clock = redis.call('TIME')
                local left = ends - (clock[1] * 1000 + math.floor(clock[2] / 1000))
                if left < life then life = left end
            end
            redis.call('PEXPIRE', KEYS[1], string.format('%d', life))
        end
        if ARGV[1] == '1' then return entry[1] end
        return false
        """;
}
